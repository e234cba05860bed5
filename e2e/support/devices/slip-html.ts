import { type Dots, dotsOf, pathOf } from './code-dots.ts';
import type { PrintedLine, PrintedSlip } from './escpos-decoder.ts';

/**
 * A page of its own that shows a printed slip as paper, for a screenshot. `columns` is the width of the paper. The font is as
 * large as makes a sign 12 pixels wide, so that a dot of a code is a pixel.
 */
export function slipHtml(slip: PrintedSlip, columns: number): string {
  const rows = slip.lines.flatMap((line, place) => [...(slip.cuts.includes(place) ? ['<hr>'] : []), rowOf(line)]);
  if (slip.cuts.includes(slip.lines.length)) rows.push('<hr>');
  return `<!doctype html>
<html>
<head>
<meta charset="utf-8">
<style>
body { margin: 0; padding: 32px; background: #d8dbe0; display: flex; justify-content: center; }
main { width: ${columns}ch; padding: 24px 2ch; background: #fffef9; color: #222; box-shadow: 0 2px 12px #0003;
  font: 20px/1.35 'DejaVu Sans Mono', 'Liberation Mono', Consolas, monospace; white-space: pre; }
hr { margin: 12px -2ch; border: 0; border-top: 2px dashed #999; }
svg { display: inline-block; margin: 12px 0; vertical-align: top; }
.bold { font-weight: 700; }
.large { font-size: 200%; line-height: 1.2; }
.center { text-align: center; }
.right { text-align: right; }
</style>
</head>
<body>
<main>${rows.join('')}</main>
</body>
</html>
`;
}

function rowOf({ text, bold, large, align, code }: PrintedLine): string {
  const classes = [align, ...(bold ? ['bold'] : []), ...(large ? ['large'] : [])].join(' ');
  const below = code?.kind === 'barcode' ? `<br>${escapeHtml(code.data)}` : '';
  const content = code ? `${svg(dotsOf(code))}${below}` : escapeHtml(text) || '&nbsp;';
  return `<div class="${classes}">${content}</div>`;
}

function svg(dots: Dots): string {
  const [width, height] = [dots[0]?.length ?? 0, dots.length];
  return `<svg width="${width}" height="${height}" shape-rendering="crispEdges"><path d="${pathOf(dots)}"/></svg>`;
}

export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
