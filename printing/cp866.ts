/** What CP866 has in its places 0x80–0xFE, in their order. */
export const CP866_SIGNS =
  'АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмноп' +
  '░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀' +
  'рстуфхцчшщъыьэюяЁёЄєЇїЎў°∙·√№¤■';

const QUESTION_MARK = 0x3f;

/** The byte of each sign by its place in Unicode; 0 for what is none of CP866. */
const BYTES = new Uint8Array(0x10000);
for (let ascii = 0x20; ascii < 0x7f; ascii++) BYTES[ascii] = ascii;
for (let place = 0; place < CP866_SIGNS.length; place++) BYTES[CP866_SIGNS.charCodeAt(place)] = 0x80 + place;

/** The text in CP866, one byte a sign. Whatever is no sign of it, control characters among them, becomes "?". */
export function toCp866(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(text.length);
  for (let place = 0; place < text.length; place++) bytes[place] = BYTES[text.charCodeAt(place)] || QUESTION_MARK;
  return bytes;
}
