import { expect, test, vi } from 'vitest';
import { capsOf, isPressed, type KeyPress, parseChord, shortcutOf, typesSign } from './chord.ts';
import { KEYS } from './keymap.ts';
import { actOn } from './use-keys.ts';

function press(key: string, modifiers = '', repeat = false) {
  return {
    key,
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

test('a printed sign is the same with and without Shift: on the number block or above the letters', () => {
  expect(isPressed(parseChord('*'), press('*'))).toBe(true);
  expect(isPressed(parseChord('*'), press('*', 'Shift'))).toBe(true);
  expect(isPressed(parseChord('*'), press('*', 'Ctrl'))).toBe(false);
});

test('signs are told from keys that do something', () => {
  expect(typesSign(press('ж'))).toBe(true);
  expect(typesSign(press('7'))).toBe(true);
  for (const key of [' ', 'Enter', 'F7', 'ArrowUp', 'Shift']) expect(typesSign(press(key))).toBe(false);
  expect(typesSign(press('c', 'Ctrl'))).toBe(false);
});

test('hints are spelled as on the keys, shortcuts as ARIA wants them', () => {
  expect(capsOf('Ctrl+Shift+F10')).toBe('Ctrl+Shift+F10');
  expect(capsOf('Delete')).toBe('Del');
  expect(shortcutOf('Ctrl+Alt+F11')).toBe('Control+Alt+F11');
});

test('no two things are on one key', () => {
  const chords = Object.values(KEYS);
  expect(new Set(chords).size).toBe(chords.length);
});

test('a press does what its key is for, and nothing else gets it', () => {
  const payCash = vi.fn();
  const event = press('F7', 'Ctrl+Shift');
  expect(actOn(event, { payCash })).toBe(true);
  expect(payCash).toHaveBeenCalledOnce();
  expect(event.preventDefault).toHaveBeenCalledOnce();
});

test('a key nobody listens to keeps its meaning', () => {
  const event = press('F7', 'Ctrl+Shift');
  expect(actOn(event, { field: vi.fn() })).toBe(false);
  expect(event.preventDefault).not.toHaveBeenCalled();
});

test('a key held down pays once but moves on through the lines', () => {
  const [payCash, lineUp] = [vi.fn(), vi.fn()];
  expect(actOn(press('F7', 'Ctrl+Shift', true), { payCash })).toBe(true);
  expect(payCash).not.toHaveBeenCalled();
  actOn(press('ArrowUp', '', true), { lineUp });
  expect(lineUp).toHaveBeenCalledOnce();
});
