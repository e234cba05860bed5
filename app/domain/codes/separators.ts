import { afterFnc1, GS } from './elements.ts';

/** What scanners and drivers put in place of a GS that they cannot pass on. None of it stands in a marking code otherwise. */
export const USUAL_SEPARATORS: readonly string[] = ['{GS}', '<GS>', '[GS]', '^]', '\\x1D', '\\F', '\u241d', '~', '|'];

/** How an element string of goods begins, FNC1 before it or not. */
const GOODS = /^01\d{14}/;

/**
 * Lengths of the serial number (21) by group of goods, and what stands behind it («Честный знак», structure of the marking code by
 * group of goods). They are needed only where every separator was lost.
 */
const SERIALS: readonly number[] = [
  // Milk in short codes.
  6,
  // Beer, blocks and packs of tobacco with identifiers, nicotine.
  7,
  // Milk of the first months.
  8,
  // Water, soft drinks, juices, tins, feed, oils, caviar, cosmetics, toys, supplements, antiseptics; shoes, clothes, perfume, tyres,
  // bicycles, wheelchairs, medicines.
  13,
  // Cameras, electronics, optical fibre, building materials.
  20,
];

/** Key and signature, short and long; check code, before or behind a weight or a volume; price of a block of tobacco. */
const TAILS: readonly string[] = [
  '(91.{4})(92(?:.{44}|.{88}))',
  '(93.{4})',
  '(93.{4})(310[0-5]\\d{6})',
  '(310[0-5]\\d{6})(93.{4})',
  '(93.{4})(335[0-6]\\d{6})',
  '(335[0-6]\\d{6})(93.{4})',
  '(8005\\d{6})(93.{4})',
  '(8005\\d{6})(93.{4})(240.{4})',
];

const STRUCTURES: readonly RegExp[] = SERIALS.flatMap((length) =>
  TAILS.map((tail) => new RegExp(`^(01\\d{14}21.{${length}})${tail}$`, 's')),
);

/** As people read it: identifiers in brackets, blanks between elements («GS1 General Specifications», 4.14). */
const BRACKETED = /^\s*\(01\)\s*\d{14}\s*(?:\(|$)/;

/** An element string of goods with its separators put back; any other text as it is. */
export function withSeparators(text: string, replacements: readonly string[]): string {
  if (BRACKETED.test(text)) return withoutBrackets(text);
  const bare = afterFnc1(text);
  if (bare.includes(GS) || !text.includes('01')) return text;
  const replacement = replacements.find((one) => text.includes(one));
  if (replacement !== undefined) {
    const restored = text.replaceAll(replacement, GS);
    if (GOODS.test(afterFnc1(restored))) return restored;
  }
  const fits = STRUCTURES.flatMap((structure) => {
    const [, ...parts] = structure.exec(bare) ?? [];
    return parts.length > 0 ? [parts] : [];
  });
  // Two that fit say nothing: the code stays as it came.
  const [only, another] = fits;
  if (!only || another) return text;
  return (text === bare ? '' : GS) + only.join(GS);
}

/** A value may hold brackets itself: only what looks like an identifier begins an element. */
function withoutBrackets(text: string): string {
  return text
    .trim()
    .split(/\s*\((?=\d{2,4}\))/)
    .slice(1)
    .map((element) => element.replace(/\)\s*/, ''))
    .join(GS)
    .replace(new RegExp(`^(01\\d{14})${GS}`), '$1');
}
