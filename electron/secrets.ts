import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { safeStorage } from 'electron';
import { z } from 'zod';

/** `memory`: the system has no keychain, so the secret lives only until the program ends. It is never written in the clear. */
export type Kept = 'keychain' | 'memory';

const fileSchema = z.object({
  version: z.literal(1),
  /** Which keychain wrote the secrets; another one cannot read them. */
  backend: z.string(),
  secrets: z.record(z.string(), z.base64()),
});

/** Secrets of the outlet, sealed by the system's keychain in a file beside the journal. Needs the app to be ready. */
export class Secrets {
  readonly #file: string;
  readonly #memory = new Map<string, string>();

  constructor(file: string) {
    this.#file = file;
  }

  keep(name: string, secret: string): Kept {
    this.#memory.set(name, secret);
    const backend = keychain();
    if (!backend) return 'memory';
    try {
      this.#seal(backend, name, secret);
      return 'keychain';
    } catch {
      // A locked keychain or a folder that takes no file: the till still works until the program ends.
      return 'memory';
    }
  }

  #seal(backend: string, name: string, secret: string): void {
    const stored = this.#read();
    const secrets = stored?.backend === backend ? stored.secrets : {};
    const sealed = { ...secrets, [name]: safeStorage.encryptString(secret).toString('base64') };
    writeFileSync(`${this.#file}.new`, JSON.stringify({ version: 1, backend, secrets: sealed }), {
      mode: 0o600,
      flush: true,
    });
    renameSync(`${this.#file}.new`, this.#file);
  }

  /** `null` when it was never kept, or kept by a keychain that is not there now. */
  get(name: string): string | null {
    const remembered = this.#memory.get(name);
    if (remembered !== undefined) return remembered;
    const stored = this.#read();
    const sealed = stored?.backend === keychain() ? stored?.secrets[name] : undefined;
    if (sealed === undefined) return null;
    try {
      return safeStorage.decryptString(Buffer.from(sealed, 'base64'));
    } catch {
      return null;
    }
  }

  #read(): z.output<typeof fileSchema> | null {
    try {
      return fileSchema.parse(JSON.parse(readFileSync(this.#file, 'utf8')));
    } catch {
      return null;
    }
  }
}

/** The system's keychain, `null` where there is none: Linux's `basic_text` would only disguise a plain file. */
function keychain(): string | null {
  if (!safeStorage.isEncryptionAvailable()) return null;
  if (process.platform !== 'linux') return process.platform;
  const backend = safeStorage.getSelectedStorageBackend();
  return backend === 'basic_text' || backend === 'unknown' ? null : backend;
}
