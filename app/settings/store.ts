import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { fail, ok, type Result } from '../domain/result.ts';
import { textOf } from './file-text.ts';
import { type Profile, profileSchema } from './profile.ts';
import { jsonFault, type ProfileFault, profileFaults } from './profile-fault.ts';

export type ProfileFailure =
  | { readonly kind: 'missing' }
  /** The file cannot be read or written; `reason` is the system's own. */
  | { readonly kind: 'unreadable'; readonly reason: string }
  /** Its letters are those of a code page, or it is no text. */
  | { readonly kind: 'encoding' }
  /** No profile of this version. */
  | { readonly kind: 'invalid'; readonly faults: readonly ProfileFault[] };

/** Reads a profile file: the one an administrator imports, or the settings on disk. */
export function readProfile(file: string): Result<Profile, ProfileFailure> {
  const json = jsonOf(file);
  if (!json.ok) return json;
  const profile = profileSchema.safeParse(json.value, { reportInput: true });
  return profile.success ? ok(profile.data) : fail({ kind: 'invalid', faults: profileFaults(profile.error) });
}

function jsonOf(file: string): Result<unknown, ProfileFailure> {
  let text = '';
  try {
    const read = textOf(readFileSync(file));
    if (!read.ok) return fail({ kind: 'encoding' });
    text = read.value;
    return ok(JSON.parse(text));
  } catch (error) {
    if (error instanceof SyntaxError) return fail({ kind: 'invalid', faults: [jsonFault(error, text)] });
    if (isMissing(error)) return fail({ kind: 'missing' });
    return fail({ kind: 'unreadable', reason: String(error) });
  }
}

/**
 * Keeps a profile as the settings of this till, whole or not at all. Secrets and goods are left out: the keychain and the
 * catalogue have them.
 * @returns the system's reason when the file cannot be written
 */
export function storeSettings(file: string, profile: Profile): Result<void, string> {
  const { goods: _inCatalogue, groups: _withThem, maxbonus, ecs, ...rest } = profile;
  const kept: Profile = { ...rest };
  if (maxbonus) {
    const { token: _inKeychain, ...withoutToken } = maxbonus;
    kept.maxbonus = withoutToken;
  }
  if (ecs) {
    const { clientSecret: _inKeychain, ...withoutSecret } = ecs;
    kept.ecs = withoutSecret;
  }
  const fresh = `${file}.new`;
  try {
    writeFileSync(fresh, `${JSON.stringify(kept, null, 2)}\n`, { flush: true });
    renameSync(fresh, file);
    return ok(undefined);
  } catch (error) {
    removeQuietly(fresh);
    return fail(String(error));
  }
}

/** What kept the file from being written may keep what there is of it from being removed, and is told already. */
function removeQuietly(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // Overwritten by the next one.
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
