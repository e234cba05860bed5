import { z } from 'zod';
import type { ReadOnlyJournal } from '../journal/connection.ts';

/**
 * The catalogue as it is looked through by name, in memory. Built by the first question and kept: the catalogue changes only
 * while the till is put together, before anybody can ask. A million goods are looked through in well under a second, so this
 * belongs into a thread beside the desk's work.
 */
type Index = { readonly codes: readonly string[]; readonly keys: readonly string[] };

const indexes = new WeakMap<ReadOnlyJournal, Index>();

const row = z.object({ code: z.string(), barcode: z.string().nullable(), name: z.string() });

/**
 * Articles of goods in whose name, article or barcode all of these words stand, in any order and wherever in a word; those
 * where each word begins one come first. At most `most`, and whether there are more.
 */
export function findGoods(
  reader: ReadOnlyJournal,
  text: string,
  most: number,
): { readonly codes: readonly string[]; readonly more: boolean } {
  const words = searchKey(text)
    .split(' ')
    .filter((word) => word !== '');
  if (words.length === 0) return { codes: [], more: false };
  const index = indexes.get(reader) ?? indexOf(reader);
  indexes.set(reader, index);
  const first: string[] = [];
  const others: string[] = [];
  for (const [at, key] of index.keys.entries()) {
    if (!words.every((word) => key.includes(word))) continue;
    const isFirst = words.every((word) => key.includes(` ${word}`));
    const found = isFirst ? first : others;
    if (found.length <= most) found.push(index.codes[at] ?? '');
    if (first.length > most) break;
  }
  const codes = [...first, ...others];
  return { codes: codes.slice(0, most), more: codes.length > most };
}

function indexOf(reader: ReadOnlyJournal): Index {
  const codes: string[] = [];
  const keys: string[] = [];
  for (const raw of reader.prepare('SELECT code, barcode, name FROM product ORDER BY code').iterate()) {
    const { code, barcode, name } = row.parse(raw);
    codes.push(code);
    // A blank before each word tells where one begins.
    keys.push(` ${searchKey(`${name} ${code} ${barcode ?? ''}`)}`);
  }
  return { codes, keys };
}

/** Text as it is compared: no matter the case, ё or е, a comma or a point in a number, quotes and dashes. */
function searchKey(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replaceAll(/(\d),(?=\d)/g, '$1.')
    .replaceAll(/[^\p{L}\p{N}.%]+/gu, ' ')
    .trim();
}
