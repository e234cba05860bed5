import { expect, test } from 'vitest';
import { fail, ok, type Result } from '../app/domain/result.ts';
import type { SecretLoss } from '../app/domain/secret-loss.ts';
import { pinKey } from './pin-key.ts';

function keychain(secret: Result<string, SecretLoss>) {
  const kept = {
    secret,
    get: () => kept.secret,
    keep(key: string) {
      kept.secret = ok(key);
    },
  };
  return kept;
}

test('the key is made once, when it is first wanted, and found again at the next start', () => {
  const kept = keychain(fail('never-kept'));
  const key = pinKey(kept);
  expect(kept.secret.ok).toBe(false);
  expect(key()).toHaveLength(32);
  expect(key()).toBe(key());
  expect(pinKey(kept)()).toEqual(key());
  kept.secret = ok('AAAA');
  expect(pinKey(kept)()).not.toEqual(key());
  expect(kept.secret).not.toEqual(ok('AAAA'));
});

test.each<SecretLoss>(['waiting', 'locked'])('%s: the key that is in the keychain is not replaced', (loss) => {
  const kept = keychain(fail(loss));
  const key = pinKey(kept);
  expect(key()).toHaveLength(32);
  expect(kept.secret).toEqual(fail(loss));
  // What was sealed meanwhile is opened by the same key for as long as the program lives.
  kept.secret = ok(Buffer.alloc(32).toString('base64'));
  expect(key()).not.toEqual(Buffer.alloc(32));
});
