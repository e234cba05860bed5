import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SlipBlock } from '../app/domain/slip.ts';
import { type Columns, layOut } from './layout.ts';
import { toPrintable } from './text-rule.ts';

const texts = (block: SlipBlock, columns: Columns = 32) => layOut({ blocks: [block] }, columns).map(({ text }) => text);

test('text breaks at spaces', () => {
  expect(texts({ kind: 'text', text: 'Молоко пастеризованное 3,2% 930 мл, бутылка' })).toEqual([
    'Молоко пастеризованное 3,2% 930',
    'мл, бутылка',
  ]);
});

test('a text as wide as the paper stays on one line, one wider does not', () => {
  expect(texts({ kind: 'text', text: 'x'.repeat(32) })).toEqual(['x'.repeat(32)]);
  expect(texts({ kind: 'text', text: `${'x'.repeat(30)} yy` })).toEqual(['x'.repeat(30), 'yy']);
  expect(texts({ kind: 'text', text: `${'x'.repeat(32)} yy` })).toEqual(['x'.repeat(32), 'yy']);
});

test('a word wider than the paper is cut', () => {
  expect(texts({ kind: 'text', text: `a ${'x'.repeat(70)}` })).toEqual(['a', 'x'.repeat(32), 'x'.repeat(32), 'xxxxxx']);
  expect(texts({ kind: 'text', text: `   ${'x'.repeat(40)}` })).toEqual([`   ${'x'.repeat(29)}`, 'x'.repeat(11)]);
});

test('spaces inside a line stay', () => {
  expect(texts({ kind: 'text', text: '  Всего    12.00  ' })).toEqual(['  Всего    12.00']);
});

test('centred text is centred line by line', () => {
  expect(texts({ kind: 'text', text: 'Магазин', align: 'center' })).toEqual([`${' '.repeat(12)}Магазин`]);
  expect(texts({ kind: 'text', text: 'Общество с ограниченной ответственностью', align: 'center' })).toEqual([
    '    Общество с ограниченной',
    '        ответственностью',
  ]);
});

test('a pair spans the paper', () => {
  expect(texts({ kind: 'pair', label: 'ИТОГ', value: '99.74' })).toEqual([`ИТОГ${' '.repeat(23)}99.74`]);
});

test('a long label wraps and the value stands behind its end', () => {
  expect(texts({ kind: 'pair', label: 'Скидка по акции выходного дня для всех', value: '-1000.00' })).toEqual([
    'Скидка по акции выходного дня',
    `для всех${' '.repeat(16)}-1000.00`,
  ]);
});

test('a value that finds no room behind the label gets a line of its own', () => {
  expect(texts({ kind: 'pair', label: 'x'.repeat(27), value: '99.74' })).toEqual([
    'x'.repeat(27),
    '99.74'.padStart(32),
  ]);
  expect(texts({ kind: 'pair', label: 'x'.repeat(26), value: '99.74' })).toEqual([`${'x'.repeat(26)} 99.74`]);
});

test('a value wider than the paper is not cut off', () => {
  expect(texts({ kind: 'pair', label: 'Код', value: '1'.repeat(40) })).toEqual([
    'Код',
    '1'.repeat(32),
    '1'.repeat(8).padStart(32),
  ]);
});

test('a pair without a value is its label', () => {
  expect(texts({ kind: 'pair', label: 'Касса 1', value: '' })).toEqual(['Касса 1']);
});

test('rules and spaces', () => {
  expect(texts({ kind: 'rule' }, 48)).toEqual(['-'.repeat(48)]);
  expect(texts({ kind: 'space' })).toEqual(['']);
});

test('every line of a bold block is bold', () => {
  expect(layOut({ blocks: [{ kind: 'text', text: `${'x'.repeat(32)} y`, bold: true }] }, 32)).toEqual([
    { text: 'x'.repeat(32), bold: true },
    { text: 'y', bold: true },
  ]);
});

test('widths are those of what is printed', () => {
  expect(texts({ kind: 'pair', label: 'Итого', value: '10 ₽' })).toEqual([`Итого${' '.repeat(22)}10 р.`]);
});

const columns = fc.constantFrom<Columns>(32, 35, 42, 44, 48);
/** Words and runs of spaces of every length around the paper's width, with some that are not printable. */
const text = fc.oneof(
  fc
    .array(fc.oneof(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.constantFrom(' ', '  ', 'хлеб')))
    .map((parts) => parts.join(' ')),
  fc.string({ unit: 'binary' }),
);
const block: fc.Arbitrary<SlipBlock> = fc.oneof(
  fc.record({ kind: fc.constant('text' as const), text, align: fc.constantFrom('left', 'center'), bold: fc.boolean() }),
  fc.record({ kind: fc.constant('pair' as const), label: text, value: text }),
  fc.constantFrom<SlipBlock>({ kind: 'rule' }, { kind: 'space' }),
);

test('no line is wider than the paper', () => {
  fc.assert(
    fc.property(fc.array(block), columns, (blocks, width) => {
      const widest = Math.max(0, ...layOut({ blocks }, width).map((line) => line.text.length));
      expect(widest).toBeLessThanOrEqual(width);
    }),
  );
});

test('nothing but spaces is lost', () => {
  const bare = (some: string) => some.replaceAll(' ', '');
  fc.assert(
    fc.property(text, text, columns, (first, second, width) => {
      const printed = bare(toPrintable(first) + toPrintable(second));
      const blocks: SlipBlock[] = [
        { kind: 'text', text: first },
        { kind: 'text', text: second, align: 'center' },
      ];
      const lines = layOut({ blocks }, width);
      expect(bare(lines.map((line) => line.text).join(''))).toBe(printed);
      const pair = layOut({ blocks: [{ kind: 'pair', label: first, value: second }] }, width);
      expect(bare(pair.map((line) => line.text).join(''))).toBe(printed);
    }),
  );
});
