import { expect, test } from 'vitest';
import { slipHtml } from './slip-html.ts';

const line = (text: string, more = {}) => ({ text, bold: false, align: 'left' as const, ...more });

test('lines, styles and the cut are shown in order', () => {
  const html = slipHtml(
    { lines: [line('Магазин', { bold: true }), line(''), line('x')], cuts: [2], commands: [], unknown: [] },
    48,
  );
  expect(html).toContain('<main><div class="left bold">Магазин</div><div class="left">&nbsp;</div><hr><div');
  expect(html).toContain('width: 48ch');
});

test('a cut at the very end is shown', () => {
  expect(slipHtml({ lines: [line('x')], cuts: [1], commands: [], unknown: [] }, 32)).toContain('</div><hr></main>');
});

test('text is never markup', () => {
  const html = slipHtml({ lines: [line('<img src=x> & co')], cuts: [], commands: [], unknown: [] }, 32);
  expect(html).toContain('&lt;img src=x&gt; &amp; co');
});
