import { describe, expect, test } from 'vitest';
import { PREVIEWS } from '../app/domain/printing.ts';
import { ORDINARY_PRINTER } from '../app/settings/printer-traits.ts';
import { slipSchema } from '../app/settings/slip.ts';
import { previewSlip } from './preview.ts';

const outlet = { name: 'Магазин «Ромашка»', till: 'Касса 1', cashier: '' };
const preview = (kind: (typeof PREVIEWS)[number], language: 'ru' | 'uk' | 'en', slip = {}, traits = {}) =>
  previewSlip(kind, { outlet, language, slip: slipSchema.parse(slip) }, { ...ORDINARY_PRINTER, ...traits });

describe.each(PREVIEWS)('%s', (kind) => {
  test.each(['ru', 'uk', 'en'] as const)('is shown in %s with every gap filled', (language) => {
    const lines = preview(kind, language).map(({ text }) => text);
    expect(lines.length).toBeGreaterThan(5);
    expect(lines.join('\n')).not.toMatch(/\{\{|undefined|NaN/);
  });

  test('shows the settings as they are being changed', () => {
    const text = preview(kind, 'ru', { header: ['ул. Ленина, 1'], show: { till: false } })
      .map((line) => line.text)
      .join('\n');
    expect(text).toContain('ул. Ленина, 1');
    expect(text).not.toContain('Касса 1');
  });

  test('is as wide as the printer', () => {
    const widths = [32, 42].map((columns) => {
      const lines = preview(kind, 'ru', {}, { columns });
      return Math.max(...lines.map((line) => line.text.length));
    });
    expect(widths).toEqual([32, 42]);
  });
});

test('a QR code and a barcode are lines of their own, with what stands for them as text', () => {
  expect(preview('sale', 'ru', { qr: { data: 'https://shop.example/{number}' } }).at(-1)).toMatchObject({
    kind: 'qr',
    data: 'https://shop.example/12',
    text: expect.stringMatching(/^ +\[QR\]$/),
  });
  expect(preview('test-page', 'ru').filter(({ kind }) => kind === 'barcode')).toMatchObject([
    { symbology: 'code128', text: expect.stringContaining('[TEST-128]') },
    { symbology: 'ean13' },
  ]);
});
