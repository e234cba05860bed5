import fc from 'fast-check';
import { expect, test } from 'vitest';
import { centre, pair, wrap } from './wrap.ts';

test('text breaks at spaces', () => {
  expect(wrap('Молоко пастеризованное 3,2% 930 мл, бутылка', 32)).toEqual([
    'Молоко пастеризованное 3,2% 930',
    'мл, бутылка',
  ]);
});

test('a text as wide as the paper stays on one line, one wider does not', () => {
  expect(wrap('x'.repeat(32), 32)).toEqual(['x'.repeat(32)]);
  expect(wrap(`${'x'.repeat(30)} yy`, 32)).toEqual(['x'.repeat(30), 'yy']);
  expect(wrap(`${'x'.repeat(32)} yy`, 32)).toEqual(['x'.repeat(32), 'yy']);
});

test('a word wider than the paper is cut', () => {
  expect(wrap(`a ${'x'.repeat(70)}`, 32)).toEqual(['a', 'x'.repeat(32), 'x'.repeat(32), 'xxxxxx']);
  expect(wrap(`   ${'x'.repeat(40)}`, 32)).toEqual([`   ${'x'.repeat(29)}`, 'x'.repeat(11)]);
});

test('spaces inside a line stay', () => {
  expect(wrap('  Всего    12.00  ', 32)).toEqual(['  Всего    12.00']);
});

test('an odd space goes to the right of what is centred', () => {
  expect(centre('Магазин', 32)).toBe(`${' '.repeat(12)}Магазин`);
});

test('a pair spans the paper', () => {
  expect(pair('ИТОГ', '99.74', 32)).toEqual([`ИТОГ${' '.repeat(23)}99.74`]);
});

test('a long label wraps and the value stands behind its end', () => {
  expect(pair('Скидка по акции выходного дня для всех', '-1000.00', 32)).toEqual([
    'Скидка по акции выходного дня',
    `для всех${' '.repeat(16)}-1000.00`,
  ]);
});

test('a value that finds no room behind the label gets a line of its own', () => {
  expect(pair('x'.repeat(27), '99.74', 32)).toEqual(['x'.repeat(27), '99.74'.padStart(32)]);
  expect(pair('x'.repeat(26), '99.74', 32)).toEqual([`${'x'.repeat(26)} 99.74`]);
});

test('a value wider than the paper is not cut off', () => {
  expect(pair('Код', '1'.repeat(40), 32)).toEqual(['Код', '1'.repeat(32), '1'.repeat(8).padStart(32)]);
});

test('a pair without a value is its label', () => {
  expect(pair('Касса 1', '', 32)).toEqual(['Касса 1']);
});

/** Words and runs of spaces of every length around the paper's width. */
const text = fc
  .array(fc.oneof(fc.string({ maxLength: 60 }), fc.constantFrom(' ', '  ', 'хлеб')))
  .map((parts) => parts.join(' '));
const width = fc.constantFrom(16, 17, 32, 35, 42, 44, 48);
const bare = (some: string) => some.replaceAll(' ', '');

test('no line is wider than the paper, and nothing but spaces is lost', () => {
  fc.assert(
    fc.property(text, text, width, (first, second, wide) => {
      const lines = wrap(first, wide);
      for (const made of [lines, lines.map((line) => centre(line, wide)), pair(first, second.trim(), wide)]) {
        expect(Math.max(...made.map((line) => line.length))).toBeLessThanOrEqual(wide);
      }
      expect(bare(lines.join(''))).toBe(bare(first));
      expect(bare(pair(first, second.trim(), wide).join(''))).toBe(bare(first + second));
    }),
  );
});
