import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

/** Searches everything that a program has written, whatever it is and however it spells what is looked for. */

export type Written = { readonly file: string; readonly bytes: Buffer };

/** Every file below these folders but those of the test itself. */
export async function everythingIn(folders: readonly string[], but: readonly string[]): Promise<readonly Written[]> {
  const found: Written[] = [];
  for (const folder of folders) {
    for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
      const file = path.join(entry.parentPath, entry.name);
      if (!entry.isFile() || but.includes(file)) continue;
      // A lock of Chromium may go away meanwhile.
      const bytes = await readFile(file).catch(() => Buffer.alloc(0));
      found.push({ file: path.relative(folder, file), bytes });
    }
  }
  return found;
}

/** The spellings of a text that a program may leave: as it is, for JSON, for an address, in UTF-16, Base64 and hex. */
function spellings(secret: string): readonly Buffer[] {
  const utf8 = Buffer.from(secret, 'utf8');
  const utf16 = Buffer.from(secret, 'utf16le');
  const escaped = secret.replace(/[^ -~]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
  const texts = [
    escaped,
    escaped.toUpperCase().replaceAll('\\U', '\\u'),
    encodeURIComponent(secret),
    utf8.toString('hex'),
    utf8.toString('hex').toUpperCase(),
    ...[0, 1, 2].flatMap((shift) => [inBase64(utf8, shift), inBase64(utf16, shift)]),
  ];
  return [utf8, utf16, Buffer.from(utf16).swap16(), ...texts.map((text) => Buffer.from(text, 'latin1'))];
}

/** What stays of it in the Base64 of a longer text in which it begins `shift` bytes after a whole group. */
function inBase64(bytes: Buffer, shift: number): string {
  const text = Buffer.concat([Buffer.alloc(shift), bytes]).toString('base64');
  const begin = shift === 0 ? 0 : shift + 1;
  const end = Math.floor(((shift + bytes.length) * 8) / 6);
  return text.slice(begin, end);
}

/** Where any of these secrets stands, as `file: name`. */
export function leaks(written: readonly Written[], secrets: Readonly<Record<string, string>>): readonly string[] {
  const sought = Object.entries(secrets).map(([name, secret]) => [name, spellings(secret)] as const);
  return written.flatMap(({ file, bytes }) =>
    sought.flatMap(([name, ways]) => (ways.some((way) => bytes.includes(way)) ? [`${file}: ${name}`] : [])),
  );
}

/**
 * Where a phone stands that begins with these digits, however it is spelled: signs between its digits do not hide it. Read byte by
 * byte, with nothing between the bytes of UTF-16, and with the bytes of dashes and blanks among the signs.
 */
export function phonesIn(written: readonly Written[], digits: string): readonly string[] {
  const between = '[ ()+_./\\xa0\\xc2\\xe2\\x80\\x88\\x90-\\x95\\x10-\\x15\\x22-]{0,9}';
  const spelled = new RegExp(`${[...digits].join(between)}${between}\\d`);
  return written.flatMap(({ file, bytes }) =>
    spelled.test(bytes.toString('latin1').replaceAll('\0', '')) ? [file] : [],
  );
}
