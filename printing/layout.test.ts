import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SlipBlock } from '../app/domain/slip.ts';
import { anyBlocks, anyColumns, anyText } from './fixtures.ts';
import { layOut } from './layout.ts';
import type { Columns } from './slip-line.ts';
import { toPrintable } from './text-rule.ts';

const lay = (block: SlipBlock, columns: Columns = 32) => layOut({ blocks: [block] }, columns);
const texts = (block: SlipBlock, columns?: Columns) => lay(block, columns).map(({ text }) => text);
const printed = (text: string, style = {}) => ({
  kind: 'text',
  text,
  bold: false,
  large: false,
  table: null,
  ...style,
});

test('text is centred line by line', () => {
  expect(texts({ kind: 'text', text: 'Общество с ограниченной ответственностью', align: 'center' })).toEqual([
    '    Общество с ограниченной',
    '        ответственностью',
  ]);
});

test('large text has half the columns', () => {
  expect(lay({ kind: 'text', text: 'Z-ОТЧЁТ № 12', align: 'center', large: true }, 35)).toEqual([
    printed('  Z-ОТЧЁТ № 12', { large: true }),
  ]);
  expect(texts({ kind: 'text', text: 'x'.repeat(18), large: true }, 35)).toEqual(['x'.repeat(17), 'x']);
});

test('a line of another code table says so', () => {
  expect(lay({ kind: 'text', text: '7: Привет', table: 7 })).toEqual([printed('7: Привет', { table: 7 })]);
});

test('a pair has its value at the right edge', () => {
  expect(texts({ kind: 'pair', label: 'Итого', value: '10 ₽' })).toEqual([`Итого${' '.repeat(22)}10 р.`]);
});

test('rules and spaces', () => {
  expect(texts({ kind: 'rule' }, 48)).toEqual(['-'.repeat(48)]);
  expect(texts({ kind: 'space' })).toEqual(['']);
});

test('every line of a bold block is bold', () => {
  expect(lay({ kind: 'text', text: `${'x'.repeat(32)} y`, bold: true })).toEqual([
    printed('x'.repeat(32), { bold: true }),
    printed('y', { bold: true }),
  ]);
});

test('codes are lines of their own', () => {
  expect(lay({ kind: 'qr', data: 'https://shop.example' })).toMatchObject([
    { kind: 'qr', data: 'https://shop.example' },
  ]);
  expect(lay({ kind: 'barcode', symbology: 'code128', data: 'BON-1' })).toMatchObject([
    { kind: 'barcode', symbology: 'code128', data: 'BON-1' },
  ]);
});

test('what makes no code is printed as text', () => {
  expect(texts({ kind: 'barcode', symbology: 'ean13', data: 'Чек 12' })).toEqual([`${' '.repeat(13)}Чек 12`]);
  expect(texts({ kind: 'qr', data: 'x'.repeat(3_000) })).toHaveLength(32);
});

test('a text without end is cut', () => {
  const lines = texts({ kind: 'text', text: 'Имя '.repeat(2_500) }, 48);
  expect(lines.join('').length).toBeLessThanOrEqual(1_000);
  expect(lines.at(-1)).toMatch(/\.\.\.$/);
});

test('no line is wider than the paper', () => {
  fc.assert(
    fc.property(anyBlocks, anyColumns, (blocks, width) => {
      for (const line of layOut({ blocks }, width)) {
        const signs = line.kind === 'text' && line.large ? 2 * line.text.length : line.text.length;
        expect(signs).toBeLessThanOrEqual(width);
      }
    }),
  );
});

test('nothing but spaces is lost of a text that is not cut', () => {
  const bare = (some: string) => some.replaceAll(' ', '');
  const short = anyText.filter((text) => toPrintable(text).length <= 1_000);
  fc.assert(
    fc.property(short, fc.boolean(), fc.constantFrom('left', 'center'), anyColumns, (text, large, align, width) => {
      const lines = texts({ kind: 'text', text, align, large }, width);
      expect(bare(lines.join(''))).toBe(bare(toPrintable(text)));
    }),
  );
});
