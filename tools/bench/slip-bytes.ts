import type { SlipBlock } from '../../app/domain/slip.ts';
import { ORDINARY_PRINTER } from '../../app/settings/printer-traits.ts';
import { toCp866 } from '../../printing/cp866.ts';
import { encodeSlip } from '../../printing/encoder/encode.ts';
import { layOut } from '../../printing/layout.ts';
import { toPrintable } from '../../printing/text-rule.ts';
import { type Comparison, compare } from './comparison.ts';
import { inTurn, series } from './series.ts';

const ROUNDS = 1_000;
const WARM_UPS = 200;
const GOODS = 15;

/** Forty lines of paper: what a receipt of fifteen goods comes to. */
const BLOCKS: readonly SlipBlock[] = [
  { kind: 'text', text: 'Магазин «Ромашка»', align: 'center', bold: true },
  { kind: 'pair', label: 'Касса 1', value: 'Чек № 12' },
  { kind: 'rule' },
  ...Array.from({ length: GOODS }, (_, index): SlipBlock[] => [
    { kind: 'text', text: `Молоко пастеризованное 3,2 %, ${index} л` },
    { kind: 'pair', label: '2 × 99.00', value: '198.00' },
  ]).flat(),
  { kind: 'rule' },
  { kind: 'pair', label: 'ИТОГ', value: '2970.00', bold: true },
  { kind: 'pair', label: 'Картой', value: '2970.00' },
  { kind: 'rule' },
  { kind: 'pair', label: 'Начислено бонусов :', value: '148.50' },
  { kind: 'pair', label: 'Остаток бонусов :', value: '1148.50' },
  { kind: 'text', text: 'Спасибо за покупку!', align: 'center' },
];

/** A slip's document to the printer's bytes, against the least that has to be done: its signs one by one into CP866. */
export async function slipBytes(): Promise<Comparison> {
  const text = layOut({ blocks: BLOCKS }, ORDINARY_PRINTER.columns)
    .map((line) => line.text)
    .join(' ');
  const ours = series(() =>
    timed(() => encodeSlip(layOut({ blocks: BLOCKS }, ORDINARY_PRINTER.columns), ORDINARY_PRINTER)),
  );
  const bare = series(() => timed(async () => toCp866(toPrintable(text))));
  await inTurn([ours, bare], ROUNDS, WARM_UPS);
  return compare(
    { name: 'print-bytes', what: 'slip of 40 lines → bytes / its signs into CP866', goal: '≤ 1 ms' },
    ours.samples,
    bare.samples,
  );
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}
