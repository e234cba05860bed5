import { afterFnc1, GS } from './elements.ts';

/** What scanners and drivers put in place of a GS that they cannot pass on. None of it stands in a marking code otherwise. */
export const USUAL_SEPARATORS: readonly string[] = ['{GS}', '<GS>', '[GS]', '^]', '\\x1D', '\\F', '\u241d', '~', '|'];

/** How an element string of goods begins, FNC1 before it or not. */
const GOODS = /^01\d{14}/;

/**
 * The ends of marking codes behind the serial number, by lengths that are the same for all codes of a kind of goods («Честный
 * знак», structure of the marking code by group of goods). Only where every separator was lost are they needed.
 */
const KNOWN_TAILS: readonly RegExp[] = [
  // Shoes, clothes, tyres, perfume: key and signature.
  /^(01\d{14}21.{13})(91.{4})(92(?:.{44}|.{88}))$/s,
  // Blocks of tobacco: price and check code.
  /^(01\d{14}21.{7})(8005\d{6})(93.{4})$/s,
  // Water, milk, beer: check code.
  /^(01\d{14}21.{13})(93.{4})$/s,
  /^(01\d{14}21.{7})(93.{4})$/s,
  /^(01\d{14}21.{6})(93.{4})$/s,
];

/** An element string of goods with its separators put back; any other text as it is. */
export function withSeparators(text: string, replacements: readonly string[]): string {
  if (text.includes(GS) || !text.includes('01')) return text;
  const replacement = replacements.find((one) => text.includes(one));
  if (replacement !== undefined) {
    const restored = text.replaceAll(replacement, GS);
    if (GOODS.test(afterFnc1(restored))) return restored;
  }
  for (const tail of KNOWN_TAILS) {
    const [, ...parts] = tail.exec(text) ?? [];
    if (parts.length > 0) return parts.join(GS);
  }
  return text;
}
