import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { fail, ok, type Result } from '../../app/domain/result.ts';

const fileSchema = z.object({
  version: z.literal(1),
  /** Which keychain sealed the secrets; another one cannot open them. */
  backend: z.string(),
  secrets: z.record(z.string(), z.base64()),
});

/** Secrets as the keychain sealed them, by name. */
export type SealedFile = z.output<typeof fileSchema>;

export function readSealed(file: string): Result<SealedFile, 'never-kept' | 'file-unreadable'> {
  try {
    return ok(fileSchema.parse(JSON.parse(readFileSync(file, 'utf8'))));
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    return fail(isMissing ? 'never-kept' : 'file-unreadable');
  }
}

/** Adds secrets to the file, whole or not at all; those of another keychain make room. `false`: the disk does not take it. */
export function addSealed(file: string, backend: string, fresh: SealedFile['secrets']): boolean {
  const before = readSealed(file);
  const secrets = before.ok && before.value.backend === backend ? before.value.secrets : {};
  const whole: SealedFile = { version: 1, backend, secrets: { ...secrets, ...fresh } };
  try {
    writeFileSync(`${file}.new`, JSON.stringify(whole), { mode: 0o600, flush: true });
    renameSync(`${file}.new`, file);
    return true;
  } catch {
    return false;
  }
}
