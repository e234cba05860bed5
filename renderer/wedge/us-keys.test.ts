import { expect, test } from 'vitest';
import { pressed, strokeOf } from './fixture.ts';
import { altDigit, usCharacter } from './us-keys.ts';

const character = (press: Parameters<typeof pressed>[0]) => usCharacter(pressed(press), 'ignored');

test('every printable sign has its key, whatever layout the computer is in', () => {
  for (let code = 0x20; code < 0x7f; code++) {
    const sign = String.fromCharCode(code);
    const { code: key, shift } = strokeOf(sign);
    expect(character({ code: key, shiftKey: shift, key: 'ъ' })).toBe(sign);
  }
});

test('the number block means its digits, with Num Lock or without', () => {
  expect(character({ code: 'Numpad7', key: '7' })).toBe('7');
  expect(character({ code: 'NumpadSubtract', key: '-' })).toBe('-');
  expect(character({ code: 'Numpad7', key: 'Home' })).toBe('7');
  expect(character({ code: 'Numpad5', key: 'Clear' })).toBe('5');
  expect(character({ code: 'NumpadDecimal', key: 'Delete' })).toBe('.');
  for (const code of ['Home', 'Delete', 'NumpadEnter']) expect(character({ code, key: code })).toBeNull();
});

test('control characters come with Ctrl', () => {
  expect(character({ code: 'BracketRight', ctrlKey: true })).toBe('\u001d');
  expect(character({ code: 'KeyB', ctrlKey: true })).toBe('\u0002');
  expect(character({ code: 'KeyV', ctrlKey: true })).toBeNull();
});

test.each(['F8', 'ArrowLeft', 'Backspace', 'Enter', 'Tab', 'AudioVolumeUp', ''])('%s types nothing', (code) =>
  expect(character({ code, key: code })).toBeNull(),
);

test('Alt and Meta make a shortcut of a sign', () => {
  expect(character({ code: 'KeyA', altKey: true })).toBeNull();
  expect(character({ code: 'KeyA', metaKey: true })).toBeNull();
});

test('Caps Lock is for people; a scanner that reckons with it presses Shift the other way round', () => {
  const capsLock = true;
  expect(usCharacter(pressed({ code: 'KeyA', capsLock }), 'ignored')).toBe('a');
  expect(usCharacter(pressed({ code: 'KeyA', shiftKey: true, capsLock }), 'compensated')).toBe('a');
  expect(usCharacter(pressed({ code: 'KeyA', capsLock }), 'compensated')).toBe('A');
  expect(usCharacter(pressed({ code: 'Digit1', shiftKey: true, capsLock }), 'compensated')).toBe('!');
  expect(usCharacter(pressed({ code: 'KeyA' }), 'compensated')).toBe('a');
});

test('a number is typed on the number block with Alt held', () => {
  expect(altDigit(pressed({ code: 'Numpad0', altKey: true }))).toBe('0');
  expect(altDigit(pressed({ code: 'Numpad0' }))).toBeNull();
  expect(altDigit(pressed({ code: 'Digit0', altKey: true }))).toBeNull();
});
