/** What bar codes are called, by the letter of the AIM identifier and, where it matters, its modifier (ISO/IEC 15424). */
const NAMES: Readonly<Record<string, string>> = {
  A: 'Code 39',
  C: 'Code 128',
  C1: 'GS1-128',
  d: 'Data Matrix',
  d2: 'GS1 DataMatrix',
  E: 'EAN/UPC',
  E0: 'EAN-13, UPC',
  E3: 'EAN-13 + 2/5',
  E4: 'EAN-8',
  e: 'GS1 DataBar',
  F: 'Codabar',
  G: 'Code 93',
  I: 'ITF',
  J: 'DotCode',
  J1: 'GS1 DotCode',
  L: 'PDF417',
  Q: 'QR Code',
  Q3: 'GS1 QR Code',
  U: 'MaxiCode',
  z: 'Aztec',
};

/** `null` for one that is none of those. */
export function symbologyName(aim: string): string | null {
  return NAMES[aim] ?? NAMES[aim.charAt(0)] ?? null;
}
