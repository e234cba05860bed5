import { afterFnc1, GS, lengthOfIdentifier } from './elements.ts';

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

/** As people read it: identifiers in brackets, blanks or FNC1 between elements («GS1 General Specifications», 4.14). */
const BRACKETED = new RegExp(`^[\\s${GS}]*\\(\\d{2,4}\\)`);

const BRACKET = new RegExp(`[\\s${GS}]*\\((\\d{2,4})\\)\\s*`, 'g');

/** An element string of goods with its separators put back; any other text as it is. */
export function withSeparators(sent: string, replacements: readonly string[]): string {
  if (BRACKETED.test(sent)) return withoutBrackets(sent);
  // No value of a marking code has blanks: at the ends they are the scanner's, and would be part of the serial number.
  const text = GOODS.test(afterFnc1(sent.trim())) ? sent.trim() : sent;
  if (!text.includes('01')) return text;
  const replacement = afterFnc1(text).includes(GS) ? undefined : replacements.find((one) => text.includes(one));
  const restored = replacement === undefined ? text : text.replaceAll(replacement, GS);
  return withLostOnes(GOODS.test(afterFnc1(restored)) ? restored : text);
}

/** With those put back that were lost between the others, or of which none is left but the one in front. */
function withLostOnes(text: string): string {
  const kept = afterFnc1(text);
  const bare = kept.replaceAll(GS, '');
  const fits = STRUCTURES.flatMap((structure) => {
    const [, ...parts] = structure.exec(bare) ?? [];
    return parts.length > 0 ? [parts] : [];
  });
  // Two that fit say nothing: the code stays as it came.
  const [only, another] = fits;
  // Every one that came has to stand where this says; one at the end says nothing.
  if (!only || another || !isWithin(kept.split(GS), only)) return text;
  return (text === kept ? '' : GS) + only.join(GS);
}

function isWithin(came: readonly string[], parts: readonly string[]): boolean {
  const ends = (pieces: readonly string[]) => pieces.map((_, place) => pieces.slice(0, place + 1).join('').length);
  const known = new Set(ends(parts));
  return ends(came).every((end) => known.has(end));
}

/**
 * The elements as a scanner sends them, the product number first; the text as it is where there is none. A value may hold brackets itself:
 * only what has as many digits as an identifier begins an element.
 */
function withoutBrackets(text: string): string {
  const begins = [...text.matchAll(BRACKET)].filter(([, ai = '']) => ai.length === lengthOfIdentifier(ai));
  const elements = begins.map((begin, place) => ({
    ai: begin[1] ?? '',
    value: text.slice(begin.index + begin[0].length, begins[place + 1]?.index ?? text.length).trim(),
  }));
  const [only, another] = elements.filter(({ ai }) => ai === '01');
  const gtin = only?.value.replace(/\s/g, '') ?? '';
  if (another || !/^\d{14}$/.test(gtin)) return text;
  const rest = elements.filter((element) => element !== only).map(({ ai, value }) => `${ai}${value}`);
  return `01${gtin}${rest.join(GS)}`;
}
