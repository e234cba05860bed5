import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { virtualScreen } from '../../../tools/display.ts';

/** A scanner that types, and the screen that it types on: keys go to whatever has the keyboard there. */
export type TypingScanner = {
  /** DISPLAY for the program. */
  readonly display: string;
  /** How the computer takes the keys from now on; the scanner goes on typing as on a US keyboard. */
  setLayout(layout: 'us' | 'ru' | 'ua'): Promise<void>;
  /** Types signs of a US keyboard, GS with Ctrl; a line feed is Enter. Settles when the last key is up. */
  type(text: string, msPerKey: number): Promise<void>;
  /** The same for a code: after the key F13 if that is the scanner's prefix, and with Enter. */
  scan(code: string, msPerKey: number, prefix?: 'F13'): Promise<void>;
  /** Presses keys by their codes on the keyboard, such as `KEYCODES.F8`, or a chord of them: "37+39". */
  press(strokes: readonly string[], msPerKey: number): Promise<void>;
  close(): Promise<void>;
};

const run = promisify(execFile);

/** Key codes of X (evdev), by place on the keyboard: the first key of each row and the signs on it, without and with Shift. */
const ROWS = [
  [10, '1234567890-=', '!@#$%^&*()_+'],
  [24, 'qwertyuiop[]', 'QWERTYUIOP{}'],
  [38, "asdfghjkl;'`", 'ASDFGHJKL:"~'],
  [51, '\\zxcvbnm,./', '|ZXCVBNM<>?'],
] as const;

const SHIFT = 50;

/** Named keys by place; the first is the one beside the letters, the second that of the number block, without Num Lock. */
const NAMED: Readonly<Record<string, readonly [string, string?]>> = {
  Enter: ['36', '104'],
  Escape: ['Escape'],
  Delete: ['119', '91'],
  Home: ['110', '79'],
  End: ['115', '87'],
  PageUp: ['112', '81'],
  PageDown: ['117', '89'],
  ArrowUp: ['111', '80'],
  ArrowDown: ['116', '88'],
  '*': ['50+17', '63'],
  Equal: ['21'],
  Minus: ['20'],
  Digit0: ['19'],
  F11: ['95'],
  F12: ['96'],
};

/** By place, so that no layout, Num Lock or Caps Lock matters; the digits are those of the number block. */
export const KEYCODES = {
  Escape: 'Escape',
  Control: '37',
  Shift: '50',
  Alt: '64',
  CapsLock: '66',
  NumLock: '77',
  Insert: '118',
  ArrowRight: '114',
  F8: '74',
  block: ['90', '87', '88', '89', '83', '84', '85', '79', '80', '81'],
} as const;
const ENTER = '36';
const F13 = '191';

const STROKES: ReadonlyMap<string, string> = new Map([
  ...ROWS.flatMap(([first, plain, shifted]) =>
    [...plain].flatMap((sign, place) => [
      [sign, `${first + place}`] as const,
      [shifted.charAt(place), `${SHIFT}+${first + place}`] as const,
    ]),
  ),
  [' ', '65'],
  ['\n', ENTER],
  ['\u001d', '37+35'],
]);

/** Starts a screen of its own with a keyboard. Needs Xvfb, xdotool and setxkbmap. */
export async function startTypingScanner(): Promise<TypingScanner> {
  const screen = await virtualScreen();
  const env = { ...process.env, DISPLAY: screen.name };
  const keys = (delay: number, strokes: readonly string[]) =>
    run('xdotool', ['key', '--delay', String(delay), ...strokes], { env });
  return {
    display: screen.name,
    async setLayout(layout) {
      await run('setxkbmap', [layout], { env });
    },
    async type(text, msPerKey) {
      await keys(msPerKey, [...text].map(strokeOf));
    },
    async scan(code, msPerKey, prefix) {
      await keys(msPerKey, [...(prefix ? [F13] : []), ...[...code].map(strokeOf), ENTER]);
    },
    press: async (strokes, msPerKey) => {
      await keys(msPerKey, strokes);
    },
    close: async () => screen.close(),
  };
}

/** A chord as the keymap spells it, by the codes of its keys; on the number block where that has the key. */
export function chordStroke(chord: string, onNumberBlock: boolean): string {
  const parts = chord.split('+');
  const key = parts.pop() ?? '';
  const modifiers = parts.map((name) => ({ Ctrl: KEYCODES.Control, Shift: KEYCODES.Shift, Alt: KEYCODES.Alt })[name]);
  const [usual, onBlock] = NAMED[key] ?? [];
  const functionKey = /^F(\d|10)$/.exec(key)?.[1];
  const plain = functionKey ? String(66 + Number(functionKey)) : (usual ?? strokeOf(key.toLowerCase()));
  return [...modifiers, (onNumberBlock && onBlock) || plain].join('+');
}

/** The key of a US keyboard that types the sign. */
export function strokeOf(sign: string): string {
  const stroke = STROKES.get(sign);
  if (stroke === undefined) throw new Error(`no key of a US keyboard types ${JSON.stringify(sign)}`);
  return stroke;
}
