import type { WedgeSettings } from '../../app/contract/view.ts';

/** A key as far as a wedge cares: what is on the key in the US layout, not what the computer's layout makes of it. */
export type PressedKey = Pick<KeyboardEvent, 'code' | 'key' | 'shiftKey' | 'ctrlKey' | 'altKey' | 'metaKey'> & {
  readonly capsLock: boolean;
};

/** Signs without and with Shift. */
const SIGNS: ReadonlyMap<string, string> = new Map([
  ...[...'1!2@3#4$5%6^7&8*9(0)'.matchAll(/(.)(.)/g)].map(([both, digit]) => [`Digit${digit}`, both] as const),
  ['Minus', '-_'],
  ['Equal', '=+'],
  ['BracketLeft', '[{'],
  ['BracketRight', ']}'],
  ['Backslash', '\\|'],
  ['Semicolon', ';:'],
  ['Quote', '\'"'],
  ['Backquote', '`~'],
  ['Comma', ',<'],
  ['Period', '.>'],
  ['Slash', '/?'],
  ['Space', '  '],
]);

const NUMBER_BLOCK: Readonly<Record<string, string>> = {
  NumpadAdd: '+',
  NumpadSubtract: '-',
  NumpadMultiply: '*',
  NumpadDivide: '/',
  NumpadDecimal: '.',
};

/** Control characters that structure or frame a code, as scanners type them with Ctrl held. */
const CONTROLS: Readonly<Record<string, string>> = {
  KeyB: '\u0002',
  KeyC: '\u0003',
  KeyD: '\u0004',
  Backslash: '\u001c',
  BracketRight: '\u001d',
  Digit6: '\u001e',
  Minus: '\u001f',
};

/** What a scanner that is set to a US keyboard means by a key; `null` for keys that type nothing. */
export function usCharacter(key: PressedKey, capsLock: WedgeSettings['capsLock']): string | null {
  if (key.metaKey || key.altKey) return null;
  if (key.ctrlKey) return CONTROLS[key.code] ?? null;
  const letter = /^Key([A-Z])$/.exec(key.code)?.[1];
  if (letter !== undefined) {
    const inverted = capsLock === 'compensated' && key.capsLock;
    return key.shiftKey !== inverted ? letter : letter.toLowerCase();
  }
  const signs = SIGNS.get(key.code);
  return signs === undefined ? numberBlock(key) : signs.charAt(key.shiftKey ? 1 : 0);
}

/** What is printed on the key: without Num Lock it moves the cursor, but a scanner means the digit. */
function numberBlock({ code }: PressedKey): string | null {
  return /^Numpad(\d)$/.exec(code)?.[1] ?? NUMBER_BLOCK[code] ?? null;
}

/** The digit of a key of the number block, as scanners type any character by its number with Alt held. */
export function altDigit({ code, altKey, ctrlKey }: PressedKey): string | null {
  return altKey && !ctrlKey ? (/^Numpad(\d)$/.exec(code)?.[1] ?? null) : null;
}
