import { existsSync } from 'node:fs';
import path from 'node:path';
import { app } from 'electron';
import { systemClock } from '../clock.ts';
import type { Log } from '../log.ts';
import type { DataFolder } from '../shop.ts';
import { helperKeychain, noKeychain } from './helper-keychain.ts';
import { HELPER_SWITCH } from './helper-protocol.ts';
import type { Keychain } from './keychain.ts';
import { safeStorageKeychain } from './safe-storage.ts';
import { Vault, type WantedSecret } from './vault.ts';

const STORE = 'password-store';
/** Chromium's own store of no secrets. */
const NO_STORE = 'basic';

/** Which store the command line names; empty where Chromium chooses by the desktop. */
export type PasswordStore = string;

/**
 * Keeps the keychain out of this process, to be called before the app is ready: Chromium would ask it for a key to cookies, which the
 * till does not have, and stand still before there is a window for as long as nobody unlocks it.
 */
export function withoutKeychain(): PasswordStore {
  if (process.platform !== 'linux') return '';
  const wanted = app.commandLine.getSwitchValue(STORE);
  app.commandLine.appendSwitch(STORE, NO_STORE);
  return wanted;
}

const PINS: WantedSecret = { owner: 'journal', name: 'journal.pins', given: null, isNew: false };

type VaultPlace = { readonly folder: DataFolder; readonly store: PasswordStore; readonly log: Log };

/** The secrets of this till; the keychain is asked from now on. Needs the app to be ready. */
export function openVault({ folder, store, log }: VaultPlace, wanted: readonly WantedSecret[]): Vault {
  const keychain = systemKeychain(folder.dir, store);
  const vault = new Vault({ file: folder.secrets, keychain, clock: systemClock, log }, [...wanted, PINS]);
  vault.readAgain();
  return vault;
}

function systemKeychain(dir: string, store: PasswordStore): Keychain {
  if (process.platform !== 'linux') return safeStorageKeychain;
  if (store === NO_STORE || !hasSessionBus()) return noKeychain;
  const args = [
    ...(app.commandLine.hasSwitch('no-sandbox') ? ['--no-sandbox'] : []),
    ...(store === '' ? [] : [`--${STORE}=${store}`]),
    ...(app.isPackaged ? [] : [app.getAppPath()]),
    `${HELPER_SWITCH}=${path.join(dir, 'chromium', 'keychain')}`,
  ];
  return helperKeychain({ file: process.execPath, args });
}

/** GNOME's and KDE's keychains are spoken with over it. */
function hasSessionBus(): boolean {
  const { DBUS_SESSION_BUS_ADDRESS: address, XDG_RUNTIME_DIR: runtime } = process.env;
  return Boolean(address) || (runtime !== undefined && existsSync(path.join(runtime, 'bus')));
}
