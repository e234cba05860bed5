import { randomBytes } from 'node:crypto';
import { PIN_KEY_BYTES } from '../app/journal/pin-seal.ts';
import type { Secrets } from './secrets.ts';

const NAME = 'journal.pins';

/**
 * The key that seals PINs of certificates in the journal, made when the first of them comes. Without a keychain it lives as long
 * as the program: PINs are asked for again after a restart.
 */
export function pinKey(secrets: Pick<Secrets, 'get' | 'keep'>): () => Buffer {
  let key: Buffer | null = null;
  return () => {
    key ??= kept(secrets) ?? made(secrets);
    return key;
  };
}

function kept(secrets: Pick<Secrets, 'get'>): Buffer | null {
  const key = Buffer.from(secrets.get(NAME) ?? '', 'base64');
  return key.length === PIN_KEY_BYTES ? key : null;
}

function made(secrets: Pick<Secrets, 'keep'>): Buffer {
  const key = randomBytes(PIN_KEY_BYTES);
  secrets.keep(NAME, key.toString('base64'));
  return key;
}
