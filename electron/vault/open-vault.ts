import path from 'node:path';
import { app } from 'electron';
import { systemClock } from '../clock.ts';
import type { Log } from '../log.ts';
import type { DataFolder } from '../shop.ts';
import { helperKeychain } from './helper-keychain.ts';
import { HELPER_SWITCH } from './helper-protocol.ts';
import type { Keychain } from './keychain.ts';
import { keychainName, safeStorageKeychain } from './safe-storage.ts';
import { Vault, type WantedSecret } from './vault.ts';

const PINS: WantedSecret = { owner: 'journal', name: 'journal.pins', given: null, isNew: false };

/** The secrets of this till; the keychain is asked from now on. Needs the app to be ready. */
export function openVault({ dir, secrets: file }: DataFolder, wanted: readonly WantedSecret[], log: Log): Vault {
  const vault = new Vault({ file, keychain: systemKeychain(dir), clock: systemClock, log }, [...wanted, PINS]);
  vault.readAgain();
  return vault;
}

function systemKeychain(dir: string): Keychain {
  if (process.platform !== 'linux') return safeStorageKeychain;
  const { commandLine } = app;
  const passed = ['no-sandbox', 'password-store'].flatMap((name) => {
    const value = commandLine.getSwitchValue(name);
    return commandLine.hasSwitch(name) ? [value === '' ? `--${name}` : `--${name}=${value}`] : [];
  });
  const own = `${HELPER_SWITCH}=${path.join(dir, 'chromium', 'keychain')}`;
  const program = app.isPackaged ? [] : [app.getAppPath()];
  return helperKeychain({ file: process.execPath, args: [...passed, ...program, own] }, keychainName);
}
