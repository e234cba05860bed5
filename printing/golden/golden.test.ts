import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { PAPER_COLUMNS, PREVIEWS, type Preview } from '../../app/domain/printing.ts';
import { ORDINARY_PRINTER, type PrinterTraits } from '../../app/settings/printer-traits.ts';
import { slipSchema } from '../../app/settings/slip.ts';
import { dotsOf } from '../../e2e/support/devices/code-dots.ts';
import { decodeEscPos, type PrintedSlip } from '../../e2e/support/devices/escpos-decoder.ts';
import { readDots } from '../../e2e/support/devices/read-codes.ts';
import { slipSvg } from '../../e2e/support/devices/slip-svg.ts';
import { encodeSlip } from '../encoder/encode.ts';
import { previewSlip } from '../preview.ts';

/**
 * Every kind of slip as it comes out of a printer, told by our decoder: text between the edges of the paper, styles behind
 * them; on ordinary paper a picture too. `GOLDEN=write npm run unit -- printing/golden` writes the files anew; read what changed before you commit it.
 */

const WRITE = process.env['GOLDEN'] === 'write';

const SLIP = {
  header: ['г. Якутск, ул. Ленина, 1', 'ИНН 0000000001'],
  footer: ['Ждём вас снова!'],
  qr: { caption: 'Ваш чек:', data: 'https://shop.example/r/{id}?n={number}&s={sum}&d={date}' },
};

/** All that appendix 2 of the MaxBonus integrator's manual has on its slips. */
const APPENDIX = {
  kkm: '00001',
  section: '1',
  bonuses: 'lines',
  show: { seconds: true, accrualPercent: true },
} as const;

type Form = 'receipt' | 'tear-off' | 'appendix';

const look = (form: Form) => ({
  outlet: { name: 'Магазин «Ромашка»', till: 'Касса 1', cashier: 'Смирнова О. В.' },
  language: 'ru' as const,
  slip: slipSchema.parse({ ...SLIP, ...(form === 'appendix' ? APPENDIX : { form }) }),
});

const SLIPS: readonly (readonly [name: string, kind: Preview, form: Form])[] = [
  ...PREVIEWS.map((kind) => [kind, kind, 'receipt'] as const),
  ['sale-tear-off', 'sale', 'tear-off'],
  ['queued-tear-off', 'queued', 'tear-off'],
  ['sale-appendix', 'sale', 'appendix'],
];

const PRINTERS = PAPER_COLUMNS.map((columns): PrinterTraits => ({ ...ORDINARY_PRINTER, columns }));

const CASES = SLIPS.flatMap(([name, kind, form]) =>
  PRINTERS.map((printer) => ({ file: `${name}-${printer.columns}.txt`, kind, form, printer })),
);

const PICTURES = CASES.filter(({ printer }) => printer.columns === ORDINARY_PRINTER.columns).map((slip) => ({
  ...slip,
  file: slip.file.replace('.txt', '.svg'),
}));

async function print(
  { kind, form, printer }: Omit<(typeof CASES)[number], 'file'>,
  traits: Partial<PrinterTraits> = {},
) {
  const given = { ...printer, ...traits };
  return decodeEscPos(await encodeSlip(previewSlip(kind, look(form), given), given), given.codeTable);
}

describe.each(CASES)('$file', (slip) => {
  test('is what it was', async () => {
    golden(slip.file, toText(await print(slip), slip.printer.columns));
  });

  test.each(['native', 'raster'] as const)('is the same by either encoder, QR codes %s', async (qr) => {
    const [one, other] = [await print(slip, { qr }), await print(slip, { qr, encoder: 'escpos' })];
    expect(other.lines).toEqual(one.lines);
    expect(other.cuts).toEqual(one.cuts);
  });

  test.each(['native', 'raster'] as const)('has codes that a scanner reads, QR codes %s', async (qr) => {
    const [drawn, told] = [await print(slip, { qr }), await print(slip, { qr: 'native' })];
    const meant = told.lines.flatMap(({ code }) => (code && code.kind !== 'raster' ? [code.data] : []));
    const read = await Promise.all(drawn.lines.flatMap(({ code }) => (code ? [readDots(dotsOf(code))] : [])));
    expect(read.flat().map(({ data }) => data)).toEqual(meant);
  });
});

test.each(PICTURES)('$file is what it was', async ({ file, ...slip }) => {
  golden(file, slipSvg(await print(slip), slip.printer.columns, path.basename(file, '.svg')));
});

test('there are no others', () => {
  const files = readdirSync(import.meta.dirname).filter((name) => !name.endsWith('.ts'));
  expect(files.toSorted()).toEqual([...CASES, ...PICTURES].map(({ file }) => file).toSorted());
});

function golden(name: string, is: string): void {
  const file = path.join(import.meta.dirname, name);
  if (WRITE) writeFileSync(file, is);
  expect(is).toBe(readFileSync(file, 'utf8'));
}

function toText({ lines, cuts }: PrintedSlip, columns: number): string {
  const rows = lines.map(({ text, bold, large, align, code }) => {
    if (code?.kind === 'raster') return `[${align} picture of ${code.rows.length} rows]`;
    if (code)
      return `[${align} ${code.kind === 'qr' ? code.kind : code.symbology}, ${code.dot} dots a module: ${code.data}]`;
    const paper = `|${text.padEnd(large ? columns / 2 : columns)}|`;
    return [paper, ...(bold ? ['bold'] : []), ...(large ? ['large'] : [])].join(' ');
  });
  for (const cut of cuts.toReversed()) rows.splice(cut, 0, '[cut]');
  return `${rows.join('\n')}\n`;
}
