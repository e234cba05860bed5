/** The bars of a barcode as a printer draws them: one entry a module, true for black, without quiet zones. */
export type Bars = readonly boolean[];

/** Widths of bars and spaces in turn, by value (ISO/IEC 15417, table 1); the last is the stop. */
const CODE128_WIDTHS = (
  '212222 222122 222221 121223 121322 131222 122213 122312 132212 221213 221312 231212 112232 122132 122231 113222 ' +
  '123122 123221 223211 221132 221231 213212 223112 312131 311222 321122 321221 312212 322112 322211 212123 212321 ' +
  '232121 111323 131123 131321 112313 132113 132311 211313 231113 231311 112133 112331 132131 113123 113321 133121 ' +
  '313121 211331 231131 213113 213311 213131 311123 311321 331121 312113 312311 332111 314111 221411 431111 111224 ' +
  '111422 121124 121421 141122 141221 112214 112412 122114 122411 142112 142211 241211 221114 413111 241112 134111 ' +
  '111242 121142 121241 114212 124112 124211 411212 421112 421211 212141 214121 412121 111143 111341 131141 114113 ' +
  '114311 411113 411311 113141 114131 311141 411131 211412 211214 211232 2331112'
).split(' ');
const START_B = 104;
const STOP = 106;

/** ASCII in code set B. */
export function code128Bars(data: string): Bars {
  const values = [START_B, ...Array.from(data, (sign) => sign.charCodeAt(0) - 32)];
  const check = values.reduce((sum, value, place) => sum + value * Math.max(place, 1), 0) % 103;
  return [...values, check, STOP].flatMap((value) => modulesOf(CODE128_WIDTHS[value] ?? ''));
}

function modulesOf(widths: string): boolean[] {
  return Array.from(widths).flatMap((width, place) => Array<boolean>(Number(width)).fill(place % 2 === 0));
}

/** Number set A of the left half; set C is its complement, set B that one backwards (GS1 General Specifications, 5.2.1). */
const SET_A = [
  '0001101',
  '0011001',
  '0010011',
  '0111101',
  '0100011',
  '0110001',
  '0101111',
  '0111011',
  '0110111',
  '0001011',
];
/** Which sets the left half has, by the first digit. */
const LEFT_SETS = ['AAAAAA', 'AABABB', 'AABBAB', 'AABBBA', 'ABAABB', 'ABBAAB', 'ABBBAA', 'ABABAB', 'ABABBA', 'ABBABA'];

/** Thirteen digits, drawn as they are: a wrong check digit stays wrong. */
export function ean13Bars(digits: string): Bars {
  const sets = `${LEFT_SETS[Number(digits[0])] ?? ''}CCCCCC`;
  const halves = Array.from(digits.slice(1), (digit, place) => ean13Digit(Number(digit), sets[place] ?? ''));
  const pattern = ['101', ...halves.slice(0, 6), '01010', ...halves.slice(6), '101'].join('');
  return Array.from(pattern, (module) => module === '1');
}

function ean13Digit(digit: number, set: string): string {
  const inA = SET_A[digit] ?? '';
  if (set === 'A') return inA;
  const inC = Array.from(inA, (module) => (module === '1' ? '0' : '1'));
  return (set === 'B' ? inC.toReversed() : inC).join('');
}
