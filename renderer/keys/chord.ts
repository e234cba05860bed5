/** A key with its modifiers, spelled as people write it: "Ctrl+Shift+F7", "Ctrl+S", "Delete", "*". */
export type Chord = { readonly ctrl: boolean; readonly alt: boolean; readonly shift: boolean; readonly key: string };

/** What of a keyboard event a chord is compared with. */
export type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'altKey' | 'shiftKey' | 'metaKey'>;

export function parseChord(text: string): Chord {
  const parts = text.split('+');
  const modifiers = parts.slice(0, -1);
  return {
    ctrl: modifiers.includes('Ctrl'),
    alt: modifiers.includes('Alt'),
    shift: modifiers.includes('Shift'),
    key: parts.at(-1) ?? '',
  };
}

/** True when the press is just this chord. For a printed sign Shift is left out: it only decides which sign comes. */
export function isPressed(chord: Chord, press: KeyPress): boolean {
  const shiftFits = isSign(chord) || press.shiftKey === chord.shift;
  return (
    isKey(chord, press) && press.ctrlKey === chord.ctrl && press.altKey === chord.alt && shiftFits && !press.metaKey
  );
}

/** Neither a letter nor a key with a name. */
function isSign({ key }: Chord): boolean {
  return key.length === 1 && !LETTER.test(key);
}

/**
 * A letter is a place on the keyboard: what it types depends on layout and Caps Lock. A named key is where it is by name too,
 * for the number block has other names for it, and a desktop may take its meaning.
 */
function isKey(chord: Chord, press: KeyPress): boolean {
  const { code } = press;
  const key = nameOf(press);
  if (isSign(chord)) return key === chord.key;
  if (LETTER.test(chord.key)) return code === '' ? letterTyping(key) === chord.key : code === `Key${chord.key}`;
  return key === chord.key || code === chord.key;
}

/** What the key is called. Chromium on Linux has no name for the one that deletes on the number block without Num Lock. */
export function nameOf({ key, code }: Pick<KeyPress, 'key' | 'code'>): string {
  return key === '\0' && code === 'NumpadDecimal' ? 'Delete' : key;
}

const LETTER = /^[A-Z]$/;
const LATIN = 'QWERTYUIOPASDFGHJKLZXCVBNM';
const RUSSIAN = 'ЙЦУКЕНГШЩЗФЫВАПРОЛДЯЧСМИТЬ';
const UKRAINIAN = 'ЙЦУКЕНГШЩЗФІВАПРОЛДЯЧСМИТЬ';

/** The letter key that types the sign, for keyboards on screens and at the far end of a connection, which name no key. */
function letterTyping(sign: string): string {
  const typed = sign.toUpperCase();
  const place = [LATIN, RUSSIAN, UKRAINIAN].map((layout) => layout.indexOf(typed)).find((at) => at >= 0);
  return place === undefined || typed.length !== 1 ? '' : LATIN.charAt(place);
}

/** True for a press that would type a sign into a field. */
export function typesSign(press: KeyPress): boolean {
  return press.key.length === 1 && press.key > ' ' && !press.ctrlKey && !press.altKey && !press.metaKey;
}

/** The digit on the key, above the letters or on the number block, with Num Lock or without; `null` for any other key. */
export function digitOf(press: KeyPress): number | null {
  if (press.ctrlKey || press.altKey || press.metaKey) return null;
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(press.code)?.[1] ?? /^\d$/.exec(press.key)?.[0];
  return digit === undefined ? null : Number(digit);
}

const CAPS: Readonly<Record<string, string>> = {
  Delete: 'Del',
  Escape: 'Esc',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Equal: '+',
  Minus: '−',
  Digit0: '0',
  '*': '∗',
};

/** The chord as it is printed on the keys. */
export function capsOf(text: string): string {
  const { key } = parseChord(text);
  return text.slice(0, text.length - key.length) + (CAPS[key] ?? key);
}

/** The chords as `aria-keyshortcuts` spells them. */
export function shortcutsOf(texts: readonly string[]): string {
  return texts.map((text) => text.replace('Ctrl', 'Control')).join(' ');
}
