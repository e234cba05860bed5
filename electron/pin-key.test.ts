import { expect, test } from 'vitest';
import { pinKey } from './pin-key.ts';

test('the key is made once, when it is first wanted, and found again at the next start', () => {
  const kept = new Map<string, string>();
  const keychain = {
    get: (name: string) => kept.get(name) ?? null,
    keep(name: string, secret: string) {
      kept.set(name, secret);
      return 'keychain' as const;
    },
  };
  const key = pinKey(keychain);
  expect(kept.size).toBe(0);
  expect(key()).toHaveLength(32);
  expect(key()).toBe(key());
  expect(pinKey(keychain)()).toEqual(key());
  kept.set('journal.pins', 'AAAA');
  expect(pinKey(keychain)()).not.toEqual(key());
  expect(pinKey({ get: () => null, keep: () => 'memory' })()).toHaveLength(32);
});
