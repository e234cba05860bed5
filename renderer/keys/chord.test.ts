import { expect, test, vi } from 'vitest';
import { capsOf, digitOf, isPressed, type KeyPress, parseChord, shortcutsOf, typesSign } from './chord.ts';
import { actOn } from './use-keys.ts';

/** A press of a key that is called by its code, such as F7, unless another `code` is given. */
function press(key: string, modifiers = '', { code = key, repeat = false } = {}) {
  return {
    key,
    code,
    ctrlKey: modifiers.includes('Ctrl'),
    altKey: modifiers.includes('Alt'),
    shiftKey: modifiers.includes('Shift'),
    metaKey: modifiers.includes('Meta'),
    repeat,
    preventDefault: vi.fn(),
  } satisfies KeyPress & { repeat: boolean; preventDefault: () => void };
}

test('a chord is pressed only with just its modifiers', () => {
  const chord = parseChord('Ctrl+Shift+F7');
  expect(isPressed(chord, press('F7', 'Ctrl+Shift'))).toBe(true);
  for (const modifiers of ['', 'Ctrl', 'Shift', 'Ctrl+Alt+Shift', 'Ctrl+Shift+Meta']) {
    expect(isPressed(chord, press('F7', modifiers))).toBe(false);
  }
  expect(isPressed(chord, press('F8', 'Ctrl+Shift'))).toBe(false);
});

test.each(['s', 'S', 'ы', 'Ы', 'і', 'І'])(
  'a letter is a place on the keyboard, whatever it types there: %s',
  (typed) => {
    const save = parseChord('Ctrl+S');
    expect(isPressed(save, press(typed, 'Ctrl', { code: 'KeyS' }))).toBe(true);
    // From a keyboard on the screen, or at the far end of a connection.
    expect(isPressed(save, press(typed, 'Ctrl', { code: '' }))).toBe(true);
    expect(isPressed(save, press(typed, 'Ctrl', { code: 'KeyD' }))).toBe(false);
    expect(isPressed(save, press(typed, '', { code: 'KeyS' }))).toBe(false);
    expect(isPressed(save, press(typed, 'Ctrl+Shift', { code: 'KeyS' }))).toBe(false);
  },
);

test('where no code tells the place, no other sign stands for a letter', () => {
  for (const typed of ['', 'Unidentified', 'ß', 'ї', '1', 'Dead', 'Process']) {
    expect(isPressed(parseChord('Ctrl+S'), press(typed, 'Ctrl', { code: '' }))).toBe(false);
  }
});

test.each([
  ['Delete', 'Delete', 'NumpadDecimal'],
  ['Delete', '\0', 'NumpadDecimal'],
  ['Enter', 'Enter', 'NumpadEnter'],
  ['ArrowUp', 'ArrowUp', 'Numpad8'],
  ['Home', 'Home', 'Numpad7'],
  ['F11', 'Unidentified', 'F11'],
  ['F11', 'F11', ''],
])('%s is where it is by either name', (chord, key, code) => {
  expect(isPressed(parseChord(chord), press(key, '', { code }))).toBe(true);
});

test('a key of the number block that types its digit moves nothing', () => {
  expect(isPressed(parseChord('ArrowUp'), press('8', '', { code: 'Numpad8' }))).toBe(false);
  expect(isPressed(parseChord('Delete'), press('.', '', { code: 'NumpadDecimal' }))).toBe(false);
});

test('a printed sign is the same with and without Shift: on the number block or above the letters', () => {
  expect(isPressed(parseChord('*'), press('*', '', { code: 'NumpadMultiply' }))).toBe(true);
  expect(isPressed(parseChord('*'), press('*', 'Shift', { code: 'Digit8' }))).toBe(true);
  expect(isPressed(parseChord('*'), press('*', 'Ctrl', { code: 'NumpadMultiply' }))).toBe(false);
});

test('signs are told from keys that do something', () => {
  expect(typesSign(press('ж'))).toBe(true);
  expect(typesSign(press('7'))).toBe(true);
  for (const key of [' ', '\0', 'Enter', 'F7', 'ArrowUp', 'Shift']) expect(typesSign(press(key))).toBe(false);
  expect(typesSign(press('c', 'Ctrl'))).toBe(false);
});

test('a digit is a digit on the number block too, with Num Lock or without', () => {
  expect(digitOf(press('2', '', { code: 'Digit2' }))).toBe(2);
  expect(digitOf(press('2', '', { code: 'Numpad2' }))).toBe(2);
  expect(digitOf(press('ArrowDown', '', { code: 'Numpad2' }))).toBe(2);
  expect(digitOf(press('2', '', { code: '' }))).toBe(2);
  expect(digitOf(press('2', 'Ctrl', { code: 'Digit2' }))).toBeNull();
  for (const key of ['ArrowDown', 'Enter', 'F2', 'ж']) expect(digitOf(press(key))).toBeNull();
});

test('hints are spelled as on the keys, shortcuts as ARIA wants them', () => {
  expect(capsOf('Ctrl+Shift+F10')).toBe('Ctrl+Shift+F10');
  expect(capsOf('Delete')).toBe('Del');
  expect(shortcutsOf(['Shift+F11', 'Ctrl+Alt+F11'])).toBe('Shift+F11 Control+Alt+F11');
});

test('a press does what its key is for, by any of its keys, and nothing else gets it', () => {
  for (const event of [press('F12'), press('F7', 'Ctrl+Shift')]) {
    const payCash = vi.fn();
    expect(actOn(event, { payCash })).toBe(true);
    expect(payCash).toHaveBeenCalledOnce();
    expect(event.preventDefault).toHaveBeenCalledOnce();
  }
});

test('a key nobody listens to keeps its meaning', () => {
  const event = press('F7', 'Ctrl+Shift');
  expect(actOn(event, { field: vi.fn(), payCash: undefined })).toBe(false);
  expect(event.preventDefault).not.toHaveBeenCalled();
});

test('a key held down pays once but moves on through the lines', () => {
  const [payCash, lineUp] = [vi.fn(), vi.fn()];
  expect(actOn(press('F7', 'Ctrl+Shift', { repeat: true }), { payCash })).toBe(true);
  expect(payCash).not.toHaveBeenCalled();
  actOn(press('ArrowUp', '', { repeat: true }), { lineUp });
  expect(lineUp).toHaveBeenCalledOnce();
});
