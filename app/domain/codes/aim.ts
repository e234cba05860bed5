/** Kinds of bar codes as far as they decide what a code may mean. */
export type Symbology = 'ean-13' | 'ean-8' | 'itf' | 'gs1' | 'other';

/** The AIM symbology identifier, `]cm`: a letter for the symbology and a modifier (ISO/IEC 15424). */
const AIM = /^\]([A-Za-z][0-9A-Za-z])/;

/** By letter and modifier, else by the letter. UPC codes come as `E0` with up to 13 digits; `e0` is a GS1 DataBar. */
const SYMBOLOGIES: Readonly<Record<string, Symbology>> = {
  E: 'ean-13',
  E4: 'ean-8',
  I: 'itf',
  C1: 'gs1',
  e: 'gs1',
  d2: 'gs1',
  Q3: 'gs1',
  J1: 'gs1',
};

/** What the identifier says of a code; `null` when the scanner sent none. */
export function symbologyOf(aim: string | undefined): Symbology | null {
  if (aim === undefined) return null;
  return SYMBOLOGIES[aim] ?? SYMBOLOGIES[aim.charAt(0)] ?? 'other';
}

/** Splits the identifier off a code that still carries it in its text, as a scanner sends it. */
export function splitAim(text: string): { readonly text: string; readonly aim?: string } {
  const aim = AIM.exec(text)?.[1];
  return aim === undefined ? { text } : { text: text.slice(1 + aim.length), aim };
}
