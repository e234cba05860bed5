import { randomBytes } from 'node:crypto';
import type { Result } from '../app/domain/result.ts';
import { mayComeBack, type SecretLoss } from '../app/domain/secret-loss.ts';
import { PIN_KEY_BYTES } from '../app/journal/pin-seal.ts';

/** Where the key is kept. */
type KeptKey = {
  /** The key, base64. */
  get(): Result<string, SecretLoss>;
  keep(key: string): void;
};

/**
 * The key that seals PINs of certificates in the journal, made when the first of them comes. Where the keychain does not give or take
 * it, it lives as long as the program: PINs are asked for again after a restart.
 */
export function pinKey(kept: KeptKey): () => Buffer {
  let key: Buffer | null = null;
  return () => {
    key ??= found(kept) ?? made(kept);
    return key;
  };
}

function found(kept: KeptKey): Buffer | null {
  const secret = kept.get();
  const key = Buffer.from(secret.ok ? secret.value : '', 'base64');
  return key.length === PIN_KEY_BYTES ? key : null;
}

function made(kept: KeptKey): Buffer {
  const key = randomBytes(PIN_KEY_BYTES);
  const before = kept.get();
  // A keychain that is locked has the key that older PINs were sealed with: it stays.
  if (before.ok || !mayComeBack(before.error)) kept.keep(key.toString('base64'));
  return key;
}
