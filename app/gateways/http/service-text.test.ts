import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanLine, cleanMessage } from './service-text.ts';

describe('cleanLine', () => {
  test('keeps letters, signs and the spaces between them', () => {
    expect(cleanLine('Клиент    : ***2249 — «спасибо» ₽')).toBe('Клиент    : ***2249 — «спасибо» ₽');
  });

  test('leaves no command for a printer and no trick of writing direction', () => {
    expect(cleanLine('a\u001bd\u0003\tb\u0000c\u202ed\u2028e\ud800f')).toBe('a d  b c d e f');
  });

  test('never holds a control character nor more than 500 characters', () => {
    const text = fc.string({ unit: 'binary', maxLength: 2000 });
    fc.assert(
      fc.property(text, (dirty) => {
        const clean = cleanLine(dirty);
        expect(clean).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u);
        expect([...clean].length).toBeLessThanOrEqual(500);
      }),
    );
  });

  test('cuts between characters, not through them', () => {
    const cut = cleanLine('😀'.repeat(501));
    expect(cut).toBe(`${'😀'.repeat(499)}…`);
    expect(cleanLine('😀'.repeat(500))).toBe('😀'.repeat(500));
  });
});

describe('cleanMessage', () => {
  test.each([
    ['Покупатель 79141233377 не найден', 'Покупатель ***3377 не найден'],
    ['Покупатель +7 (914) 123-33-77 не найден', 'Покупатель ***3377 не найден'],
    ['  Чек 123456789 от 01.03.2026 уже проведен ', 'Чек 123456789 от 01.03.2026 уже проведен'],
  ])('%j → %j', (text, shown) => {
    expect(cleanMessage(text)).toBe(shown);
  });

  test('is quick with a megabyte of digits', () => {
    expect(cleanMessage('1 '.repeat(500_000))).toBe('***1111');
  });
});
