declare const phoneBrand: unique symbol;

/** A whole phone number: country code and subscriber, digits only ("79141234567"). Personal: never shown, logged or stored. */
export type Phone = string & { readonly [phoneBrand]: true };

/**
 * Reads a phone in any spelling a person uses: "+7 (914) 123-45-67", "8 914…", "9141234567", "+380 67 …".
 * Ten digits, or eleven starting with 8, are read as Russian; others need a plus.
 */
export function parsePhone(text: string): Phone | null {
  const trimmed = text.trim();
  if (!/^\+?[\d\s()\-–.]+$/.test(trimmed)) return null;
  const digits = trimmed.replace(/\D/g, '');
  if (trimmed.startsWith('+')) return digits.length >= 10 && digits.length <= 15 ? (digits as Phone) : null;
  if (digits.length === 10 && digits.startsWith('9')) return `7${digits}` as Phone;
  if (digits.length === 11 && /^[78]/.test(digits)) return `7${digits.slice(1)}` as Phone;
  return null;
}

/** The last four digits, all that may be kept, printed or shown of a phone; shorter input gives what there is. */
export function lastDigits(phone: string): string {
  return phone.replace(/\D/g, '').slice(-4);
}

/** Ten digits or more, however they are grouped: phones, and cards and barcodes too. */
const LONG_NUMBER = /\+?\d(?:[\s()–-]{0,2}\d){9,}/g;

/** The text with only the last four digits left of every number as long as a phone: `***2249`. */
export function maskLongNumbers(text: string): string {
  return text.replace(LONG_NUMBER, (number) => `***${lastDigits(number)}`);
}
