import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Assortment } from '../app/domain/product.ts';
import { fail, ok, type Result } from '../app/domain/result.ts';
import { assortment } from '../app/settings/goods.ts';
import type { Profile } from '../app/settings/profile.ts';
import { readProfile, storeSettings } from '../app/settings/store.ts';
import type { StartFailure } from './failure.ts';
import { makePrivate } from './private-files.ts';
import { wantedSecrets } from './shop-secrets.ts';
import type { WantedSecret } from './vault/vault.ts';

/** Where everything the program writes stands, below the data folder. */
export type DataFolder = {
  readonly dir: string;
  readonly settings: string;
  readonly secrets: string;
  /** What was learnt of printers. */
  readonly printers: string;
  /** What came of sending the goods. */
  readonly goodsRuns: string;
  /** Where the window stood. */
  readonly window: string;
};

export type Shop = {
  /** `null` until the till is set up: then the program trains. */
  readonly profile: Profile | null;
  /** Goods of a profile just imported, which replace the catalogue. */
  readonly goods: Assortment | null;
  /** The till worked with a shop's services before: it has had a journal. */
  readonly hasSold: boolean;
  /** What the keychain is to be asked for, or to be given. */
  readonly secrets: readonly WantedSecret[];
};

/** @param isOwn nobody but the program has anything in it */
export function openDataFolder(dir: string, isOwn = false): Result<DataFolder, StartFailure> {
  try {
    const made = mkdirSync(dir, { recursive: true, mode: 0o700 });
    makePrivate(dir, isOwn || made !== undefined);
    // On a disk that may only be read Chromium's own lock cannot be made, and looks as if another program had it.
    accessSync(dir, constants.W_OK);
  } catch (error) {
    return fail({ kind: 'data-dir', dir, reason: String(error) });
  }
  const file = (name: string): string => path.join(dir, name);
  return ok({
    dir,
    settings: file('settings.json'),
    secrets: file('secrets.json'),
    printers: file('printers.json'),
    goodsRuns: file('goods-export.json'),
    window: file('window.json'),
  });
}

/** Reads how this till is set up; a profile to import comes first and is kept. The keychain is not asked here. */
export function openShop(folder: DataFolder, importProfile: string | undefined): Result<Shop, StartFailure> {
  if (importProfile !== undefined) return importShop(folder, importProfile);
  if (!existsSync(folder.settings)) return ok({ profile: null, goods: null, hasSold: false, secrets: [] });
  const stored = readProfile(folder.settings);
  if (!stored.ok) return fail({ kind: 'profile', file: folder.settings, failure: stored.error });
  return ok({
    profile: stored.value,
    goods: null,
    hasSold: stored.value.maxbonus !== undefined,
    secrets: wantedSecrets(stored.value, false),
  });
}

function importShop(folder: DataFolder, file: string): Result<Shop, StartFailure> {
  const read = readProfile(file);
  if (!read.ok) return fail({ kind: 'profile', file, failure: read.error });
  const profile = read.value;
  const before = existsSync(folder.settings) ? readProfile(folder.settings) : null;
  const stored = storeSettings(folder.settings, profile);
  if (!stored.ok) return fail({ kind: 'settings-not-stored', file: folder.settings, reason: stored.error });
  return ok({
    profile,
    goods: profile.goods ? assortment(profile.goods, profile.groups) : null,
    // Settings that cannot be read were there all the same.
    hasSold: before !== null && (!before.ok || before.value.maxbonus !== undefined),
    secrets: wantedSecrets(profile, true),
  });
}
