import { beforeEach, expect, test, vi } from 'vitest';
import { fail, ok } from '../../app/domain/result.ts';
import { safeStorageKeychain } from './safe-storage.ts';

/** Electron's object as its declarations have it; from 42 on there are calls that do not block. */
const storage = vi.hoisted((): { safeStorage: Record<string, unknown> } => ({ safeStorage: {} }));
vi.mock('electron', () => storage);

const never = new AbortController().signal;
const sealed = (text: string) => Buffer.from(`sealed ${text}`);
const opened = (bytes: Buffer) => {
  if (!bytes.toString().startsWith('sealed ')) throw new Error('not ours');
  return bytes.toString().slice('sealed '.length);
};

const blocking = {
  getSelectedStorageBackend: () => 'gnome_libsecret',
  isEncryptionAvailable: vi.fn(() => true),
  encryptString: sealed,
  decryptString: opened,
};
const patient = {
  ...blocking,
  isAsyncEncryptionAvailable: async () => true,
  encryptStringAsync: async (text: string) => sealed(text),
  decryptStringAsync: async (bytes: Buffer) => ({ shouldReEncrypt: false, result: opened(bytes) }),
};

beforeEach(() => {
  blocking.isEncryptionAvailable.mockClear();
});

test.each([
  ['the calls of old', blocking, 1],
  ['those that do not block, where there are any', patient, 0],
])('seals and opens by %s', async (_, calls, blocked) => {
  storage.safeStorage = calls;
  const there = await safeStorageKeychain.seal(['token'], never);
  expect(there).toEqual(ok({ backend: 'gnome_libsecret', texts: [sealed('token').toString('base64')] }));
  const texts = [...(there.ok ? there.value.texts : []), 'AAAA'];
  blocking.isEncryptionAvailable.mockClear();
  const answer = await safeStorageKeychain.open({ backend: 'gnome_libsecret', texts }, never);
  expect(answer).toEqual(ok(['token', null]));
  expect(blocking.isEncryptionAvailable).toHaveBeenCalledTimes(blocked);
});

test.each([blocking, patient])('says why it does nothing', async (calls) => {
  const texts = ['AAAA'];
  storage.safeStorage = { ...calls, getSelectedStorageBackend: () => 'basic_text' };
  expect(await safeStorageKeychain.seal(['token'], never)).toEqual(fail('no-keychain'));
  expect(await safeStorageKeychain.open({ backend: 'kwallet6', texts }, never)).toEqual(fail('no-keychain'));
  storage.safeStorage = calls;
  expect(await safeStorageKeychain.open({ backend: 'kwallet6', texts }, never)).toEqual(fail('other-keychain'));
  const refused = { isEncryptionAvailable: () => false, isAsyncEncryptionAvailable: async () => false };
  storage.safeStorage = {
    ...calls,
    ...('isAsyncEncryptionAvailable' in calls ? refused : { isEncryptionAvailable: refused.isEncryptionAvailable }),
  };
  expect(await safeStorageKeychain.seal(['token'], never)).toEqual(fail('locked'));
  expect(await safeStorageKeychain.open({ backend: 'gnome_libsecret', texts }, never)).toEqual(fail('locked'));
});
