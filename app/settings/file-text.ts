import { fail, ok, type Result } from '../domain/result.ts';

/**
 * The text of a file that a person may have saved in any editor: UTF-8, with or without a byte order mark, or UTF-16 as Windows' older
 * editors write it. A text in a code page of Windows is none: guessed, it would put wrong letters on slips.
 */
export function textOf(bytes: Uint8Array): Result<string, 'encoding'> {
  try {
    // A mark at the beginning is no part of the text: the decoder takes it away.
    return ok(new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes));
  } catch {
    return fail('encoding');
  }
}

function encodingOf([first, second]: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  // JSON begins with an ASCII sign: beside it a zero tells on which side the larger half stands (RFC 4627, 3).
  if ((first === 0xff && second === 0xfe) || second === 0) return 'utf-16le';
  return (first === 0xfe && second === 0xff) || first === 0 ? 'utf-16be' : 'utf-8';
}

/** The text with its invisible signs named, so that a person sees what is wrong: «U+FEFF». */
export function visible(text: string): string {
  return text.replace(/(?! )[\p{Cc}\p{Cf}\p{Zs}\p{Zl}\p{Zp}]/gu, (sign) => {
    const code = (sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    return `«U+${code}»`;
  });
}
