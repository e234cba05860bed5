import { dotsOf, pathOf } from './code-dots.ts';
import type { PrintedLine, PrintedSlip } from './escpos-decoder.ts';
import { escapeHtml } from './slip-html.ts';

/** Dots of a sign of the standard font, and from one line to the next. */
const SIGN = { width: 12, height: 24 };
const LINE = 30;
/** From the top of a sign to where it stands. */
const BASELINE = 19;
/** White on either side of what can be printed. */
const MARGIN = 24;
const FONT = "'DejaVu Sans Mono', 'Liberation Mono', Consolas, monospace";

/**
 * A printed slip as a picture, a dot of the printer a pixel. The same on every machine but for the shapes of the letters: where each stands is
 * said, whatever the font. `columns` is the width of the paper, `title` what the picture is of.
 */
export function slipSvg({ lines, cuts }: PrintedSlip, columns: number, title: string): string {
  const paper = columns * SIGN.width;
  const width = paper + 2 * MARGIN;
  const parts: string[] = [];
  let y = MARGIN;
  const cut = (place: number): void => {
    if (cuts.includes(place)) parts.push(`<path d="M0 ${y}H${width}" stroke="#999" stroke-dasharray="8"/>`);
  };
  for (const [place, line] of lines.entries()) {
    cut(place);
    const drawn = line.code ? codeOf(line.code) : textOf(line);
    const indent = { left: 0, center: Math.floor((paper - drawn.width) / 2), right: paper - drawn.width }[line.align];
    if (drawn.svg !== '') parts.push(`<g transform="translate(${MARGIN + indent} ${y})">${drawn.svg}</g>`);
    y += drawn.height;
  }
  cut(lines.length);
  const height = y + MARGIN;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">
<title>${escapeHtml(title)}</title>
<rect width="${width}" height="${height}" fill="#fffef9"/>
${parts.join('\n')}
</svg>
`;
}

type Drawn = { readonly svg: string; readonly width: number; readonly height: number };

function textOf({ text, bold, large }: PrintedLine): Drawn {
  const times = large ? 2 : 1;
  const shown = text.trimStart();
  const [x, length] = [text.length - shown.length, shown.trimEnd().length].map((signs) => signs * SIGN.width * times);
  const weight = bold ? ' font-weight="bold"' : '';
  const place = `x="${x}" y="${BASELINE * times}" textLength="${length}" lengthAdjust="spacingAndGlyphs"`;
  const font = `font-family="${FONT}" font-size="${20 * times}"${weight}`;
  const svg = length === 0 ? '' : `<text ${place} ${font} xml:space="preserve">${escapeHtml(shown.trimEnd())}</text>`;
  return { svg, width: text.length * SIGN.width * times, height: LINE * times };
}

function codeOf(code: NonNullable<PrintedLine['code']>): Drawn {
  const dots = dotsOf(code);
  return { svg: `<path d="${pathOf(dots)}"/>`, width: dots[0]?.length ?? 0, height: dots.length };
}
