import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** Seals the PIN of a certificate, so that no file of the journal has it in clear. */
export type PinSeal = {
  seal(pin: string): string;
  /** `null` for a PIN that was sealed with another key. */
  open(stored: string): string | null;
};

export const PIN_KEY_BYTES = 32;

/** What begins with it is sealed: an older program stored PINs as they were typed. */
const SEALED = 'gcm1:';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * AES-256-GCM with a new nonce for each PIN, so that equal PINs do not look equal.
 * @param key gives the 32 bytes of the key; asked for only when there is a PIN
 */
export function pinSeal(key: () => Buffer): PinSeal {
  return {
    seal(pin) {
      if (pin === '') return pin;
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', key(), nonce);
      const text = Buffer.concat([cipher.update(pin, 'utf8'), cipher.final()]);
      return SEALED + Buffer.concat([nonce, cipher.getAuthTag(), text]).toString('base64');
    },
    open(stored) {
      if (!stored.startsWith(SEALED)) return stored;
      const bytes = Buffer.from(stored.slice(SEALED.length), 'base64');
      if (bytes.length < NONCE_BYTES + TAG_BYTES) return null;
      const decipher = createDecipheriv('aes-256-gcm', key(), bytes.subarray(0, NONCE_BYTES));
      decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
      try {
        return decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES), undefined, 'utf8') + decipher.final('utf8');
      } catch {
        return null;
      }
    },
  };
}

/** A seal that nobody can open once the program has ended. */
export function forgetfulSeal(): PinSeal {
  const key = randomBytes(PIN_KEY_BYTES);
  return pinSeal(() => key);
}

type WithPin = { readonly pin: string; readonly forgotten?: true };

/** What of a receipt or a request is stored: each PIN sealed. */
export function sealed<Held extends { readonly certificates: readonly WithPin[] }>(held: Held, seal: PinSeal): Held {
  if (held.certificates.length === 0) return held;
  return { ...held, certificates: held.certificates.map((one) => ({ ...one, pin: seal.seal(one.pin) })) };
}

/** What was stored, as it was; a certificate whose PIN cannot be read any more says so. */
export function opened<Held extends { readonly certificates: readonly WithPin[] }>(held: Held, seal: PinSeal): Held {
  if (held.certificates.length === 0) return held;
  const certificates = held.certificates.map((one) => {
    const pin = seal.open(one.pin);
    return pin === null ? { ...one, pin: '', forgotten: true } : { ...one, pin };
  });
  return { ...held, certificates };
}
