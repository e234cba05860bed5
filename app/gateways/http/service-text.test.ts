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

  test.each([
    '79141233377',
    '89141233377',
    '+79141233377',
    '+7 914 123-33-77',
    '+7 (914) 123-33-77',
    '8(914)1233377',
    '8 914 123 3377',
    '8-914-123–33–77',
    '+7 914 123 - 33 - 77',
    '8.914.123.33.77',
    '8 (42622) 3-33-77',
    '+380 67 123-33-77',
    '+998901233377',
  ])('of the phone %s four digits remain', (phone) => {
    expect(cleanLine(`Тел.: ${phone}`)).toBe('Тел.: ***3377');
    expect(cleanLine(`${phone}, 01.03.2026 12:17, 1 290.50`)).toBe('***3377, 01.03.2026 12:17, 1 290.50');
    expect(cleanLine(`тел${phone}.`)).toBe('тел***3377.');
  });

  test.each([
    'ФН 9999078900006364 ФД 78914 ФП 7914123337',
    'РН ККТ 0000000001002345',
    'Карта 4276 8914 1233 3771',
    'Карта 7700001233377001, **** 3377',
    'ИНН 7707083893, 771234567890',
    '4600494000218 8 x 1290.50 = 10324.00',
    '8 12345.67 890.12',
    '7 1000.00 1000.00',
    '8 2026-03-01 12:17:05',
    'Начислено +186.56, +1 000 000.00',
    'ID 5f6b0f0e-2f0c-4a55-9d0e-0c6d3a1b7e42',
  ])('no phone, so untouched: %s', (line) => {
    expect(cleanLine(line)).toBe(line);
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
    ['Покупатель +7 914\u00001233377 не найден', 'Покупатель ***3377 не найден'],
    ['Карта 4276 8914 1233 3771 в стоп-листе', 'Карта ***3771 в стоп-листе'],
    ['  Чек 123456789 от 01.03.2026 уже проведен ', 'Чек 123456789 от 01.03.2026 уже проведен'],
  ])('%j → %j', (text, shown) => {
    expect(cleanMessage(text)).toBe(shown);
  });

  test('is quick with a megabyte of digits', () => {
    expect(cleanMessage('1 '.repeat(500_000))).toBe('***1111');
  });
});
