import { safeStorage } from 'electron';
import { fail, ok } from '../../app/domain/result.ts';
import type { Keychain } from './keychain.ts';

/** Linux's `basic_text` would only disguise a plain file. */
const NONE: ReadonlySet<string> = new Set(['basic_text', 'unknown']);

/** Which keychain the system has, `null` for none; asks nobody. */
function backendHere(): string | null {
  if (process.platform !== 'linux') return process.platform;
  const backend = safeStorage.getSelectedStorageBackend();
  return NONE.has(backend) ? null : backend;
}

/**
 * Electron's `safeStorage` in this process, once the app is ready: by the calls that do not block where this Electron has them (from 42),
 * else by those that do. Whether the keychain lets it in is found out once in a process; who was refused is refused until the next one.
 */
export const safeStorageKeychain: Keychain = {
  async open({ backend, texts }) {
    const here = backendHere();
    if (here === null) return fail('no-keychain');
    if (here !== backend) return fail('other-keychain');
    if (!(await isAvailable())) return fail('locked');
    return ok(await Promise.all(texts.map((text) => opened(Buffer.from(text, 'base64')).catch(() => null))));
  },

  async seal(texts) {
    const backend = backendHere();
    if (backend === null) return fail('no-keychain');
    if (!(await isAvailable())) return fail('locked');
    const sealed = await Promise.all(texts.map(async (text) => (await closed(text)).toString('base64')));
    return ok({ backend, texts: sealed });
  },

  // On Windows there is nothing to unlock; macOS would ask.
  isUnlocked: async () => process.platform === 'win32',
};

const hasAsync = (): boolean => 'isAsyncEncryptionAvailable' in safeStorage;

async function isAvailable(): Promise<boolean> {
  return hasAsync() ? safeStorage.isAsyncEncryptionAvailable() : safeStorage.isEncryptionAvailable();
}

async function opened(sealed: Buffer): Promise<string> {
  return hasAsync() ? (await safeStorage.decryptStringAsync(sealed)).result : safeStorage.decryptString(sealed);
}

async function closed(text: string): Promise<Buffer> {
  return hasAsync() ? safeStorage.encryptStringAsync(text) : safeStorage.encryptString(text);
}
