import { expect, test } from 'vitest';
import { codeBytes, codeParts } from './scan-signs.ts';

test('control characters are told by their names', () => {
  expect(codeParts('01046\u001d21\u0004')).toEqual([
    { kind: 'signs', text: '01046', at: 0 },
    { kind: 'control', text: 'GS', at: 5 },
    { kind: 'signs', text: '21', at: 6 },
    { kind: 'control', text: 'EOT', at: 8 },
  ]);
  expect(codeParts('\u0000\u007f\u0085').map(({ text }) => text)).toEqual(['NUL', 'DEL', '\\x85']);
  expect(codeParts('')).toEqual([]);
});

test('signs of any alphabet stay as they are', () => {
  expect(codeParts('Чай 😀')).toEqual([{ kind: 'signs', text: 'Чай 😀', at: 0 }]);
});

test('bytes are those that the scanner sent', () => {
  expect(codeBytes('A\u001d0')).toBe('41 1D 30');
  // Cyrillic came as UTF-8, what was no UTF-8 a character a byte.
  expect(codeBytes('Я')).toBe('D0 AF');
  expect(codeBytes('\u00df')).toBe('DF');
});
