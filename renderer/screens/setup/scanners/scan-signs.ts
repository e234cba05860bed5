/** A piece of a code: signs as they are, or the name of a control character; `at`: where it begins. */
export type CodePart = { readonly kind: 'signs' | 'control'; readonly text: string; readonly at: number };

/** C0 by ISO/IEC 646, as manuals of scanners call them. */
const CONTROLS = [
  ...['NUL', 'SOH', 'STX', 'ETX', 'EOT', 'ENQ', 'ACK', 'BEL', 'BS', 'HT', 'LF', 'VT', 'FF', 'CR', 'SO', 'SI'],
  ...['DLE', 'DC1', 'DC2', 'DC3', 'DC4', 'NAK', 'SYN', 'ETB', 'CAN', 'EM', 'SUB', 'ESC', 'FS', 'GS', 'RS', 'US'],
];

/** A code with every control character in it told by its name. */
export function codeParts(text: string): readonly CodePart[] {
  return [...text.matchAll(/\p{Cc}|\P{Cc}+/gu)].map(([part], place, all): CodePart => {
    const at = all[place]?.index ?? 0;
    return /\p{Cc}/u.test(part)
      ? { kind: 'control', text: controlName(part.charCodeAt(0)), at }
      : { kind: 'signs', text: part, at };
  });
}

function controlName(code: number): string {
  return CONTROLS[code] ?? (code === 0x7f ? 'DEL' : `\\x${hexadecimal(code)}`);
}

/**
 * The bytes of a code. Its text was made of them as UTF-8 or else as Latin-1, a character a byte (native/scan/decode.ts); a text
 * with no character beyond Latin-1 counts as the latter.
 */
export function codeBytes(text: string): string {
  const codes = [...text].map((sign) => sign.codePointAt(0) ?? 0);
  const bytes = codes.every((code) => code <= 0xff) ? codes : [...new TextEncoder().encode(text)];
  return bytes.map(hexadecimal).join(' ');
}

function hexadecimal(byte: number): string {
  return byte.toString(16).toUpperCase().padStart(2, '0');
}
