import { isUtf8 } from 'node:buffer';
import { splitAim } from '../../app/domain/codes/aim.ts';
import type { Alphabet, Scan } from '../../app/domain/scan.ts';

type Code = Pick<Scan, 'text' | 'aim'>;

/** EOT, FS, GS, RS and US: GS1 and ISO/IEC 15434 structure a message by them. */
const SEPARATORS = '\u0004\u001c\u001d\u001e\u001f';

/**
 * Reads the bytes of one code as text: UTF-8 if they are, as in a QR code with Cyrillic letters; else Windows-1251, in which scanners
 * set up for Russia and Ukraine send such letters, where nothing but letters of theirs is in it; else Latin-1, a character a byte. The
 * symbology identifier is split off. `null` when the bytes are noise or say nothing.
 * @param alphabet what the shop says that the scanner sends
 */
export function decodeFrame(bytes: Uint8Array, alphabet: Alphabet): Code | null {
  const code = splitAim(textOf(bytes, alphabet));
  return isCode(code.text) ? code : null;
}

/** The same for bytes that came apart from their symbology identifier, where `]` begins nothing. */
export function decodeData(bytes: Uint8Array, alphabet: Alphabet): string | null {
  const text = textOf(bytes, alphabet);
  return isCode(text) ? text : null;
}

function isCode(text: string): boolean {
  return text !== '' && !isNoise(text);
}

/** True with a control character (C0, DEL, C1) that no code carries and that line noise or a wrong baud rate does. */
function isNoise(text: string): boolean {
  const controls = text.match(/\p{Cc}/gu) ?? [];
  return controls.some((control) => !SEPARATORS.includes(control));
}

const utf8 = new TextDecoder();
const decoders = {
  'windows-1251': new TextDecoder('windows-1251'),
  cp866: new TextDecoder('ibm866'),
  'koi8-r': new TextDecoder('koi8-r'),
} as const satisfies Record<Exclude<Alphabet, 'auto'>, object>;

/** Letters of Russian and Ukrainian. */
const CYRILLIC = /^[А-яЁёІіЇїЄєҐґ]$/;
/** Letters of two alphabets side by side: those that are no ASCII are accented Latin ones. */
const MIXED_WORD = /[A-Za-z][\u0400-\u04ff]|[\u0400-\u04ff][A-Za-z]/;

function textOf(bytes: Uint8Array, alphabet: Alphabet): string {
  if (alphabet !== 'auto') return decoders[alphabet].decode(bytes);
  if (isUtf8(bytes)) return utf8.decode(bytes);
  const text = decoders['windows-1251'].decode(bytes);
  // A character a byte: those that are no ASCII tell which alphabet it is.
  const isCyrillic = bytes.every((byte, place) => byte < 0x80 || CYRILLIC.test(text.charAt(place)));
  return isCyrillic && !MIXED_WORD.test(text) ? text : Buffer.from(bytes).toString('latin1');
}
