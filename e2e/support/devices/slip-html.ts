import type { PrintedSlip } from './escpos-decoder.ts';

/** A page of its own that shows a printed slip as paper, for a screenshot. `columns` is the width of the paper. */
export function slipHtml(slip: PrintedSlip, columns: number): string {
  const rows = slip.lines.flatMap(({ text, bold, align }, place) => {
    const cut = slip.cuts.includes(place) ? ['<hr>'] : [];
    return [...cut, `<div class="${align}${bold ? ' bold' : ''}">${escapeHtml(text) || '&nbsp;'}</div>`];
  });
  if (slip.cuts.includes(slip.lines.length)) rows.push('<hr>');
  return `<!doctype html>
<html>
<head>
<meta charset="utf-8">
<style>
body { margin: 0; padding: 32px; background: #d8dbe0; display: flex; justify-content: center; }
main { width: ${columns}ch; padding: 24px 2ch; background: #fffef9; color: #222; box-shadow: 0 2px 12px #0003;
  font: 16px/1.35 'DejaVu Sans Mono', 'Liberation Mono', Consolas, monospace; white-space: pre; }
hr { margin: 12px -2ch; border: 0; border-top: 2px dashed #999; }
.bold { font-weight: 700; }
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

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
