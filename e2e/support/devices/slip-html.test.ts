import { expect, test } from 'vitest';
import type { PrintedLine } from './escpos-decoder.ts';
import { slipHtml } from './slip-html.ts';

const line = (text: string, more: Partial<PrintedLine> = {}): PrintedLine => ({
  text,
  bold: false,
  large: false,
  align: 'left',
  code: null,
  ...more,
});
const html = (lines: readonly PrintedLine[], cuts: readonly number[] = []) =>
  slipHtml({ lines, cuts, commands: [], unknown: [] }, 48);

test('lines, styles and the cut are shown in order', () => {
  const page = html([line('Магазин', { bold: true, large: true }), line(''), line('x')], [2]);
  expect(page).toContain('<main><div class="left bold large">Магазин</div><div class="left">&nbsp;</div><hr><div');
  expect(page).toContain('width: 48ch');
});

test('a cut at the very end is shown', () => {
  expect(html([line('x')], [1])).toContain('</div><hr></main>');
});

test('text is never markup', () => {
  expect(html([line('<img src=x> & co')])).toContain('&lt;img src=x&gt; &amp; co');
});

test('a code is drawn, a barcode with its data below', () => {
  const raster = { kind: 'raster', bytesARow: 1, rows: [[0b11000001]] } as const;
  expect(html([line('', { code: raster })])).toContain('<path d="M0 0H2v1H0zM7 0H8v1H7z"/>');
  const barcode = { kind: 'barcode', symbology: 'code128', data: 'a<b', dot: 2, height: 9 } as const;
  expect(html([line('', { align: 'center', code: barcode })])).toMatch(
    /<div class="center"><svg width="\d+" height="9".*<br>a&lt;b<\/div>/,
  );
});
