import { toDecimal } from '../../app/domain/money.ts';
import type { SlipBlock } from '../../app/domain/slip.ts';
import { due, type Sale } from '../../app/sale/sale.ts';
import type { QR_GAPS } from '../../app/settings/slip.ts';
import { centred, type SlipStyle, SPACE } from './parts.ts';

type Gaps = Readonly<Record<(typeof QR_GAPS)[number], string>>;

const GAP = /\{(number|id|sum|date)\}/g;

/** The shop's QR code with the receipt's own address. */
export function qrOfSale(style: SlipStyle, sale: Sale, at: number): SlipBlock[] {
  const { number, id } = sale;
  return qr(style, { number: String(number), id, sum: toDecimal(due(sale)), date: dateOf(at) });
}

/** The shop's QR code where its address is the same for everybody. */
export function qrOfShop(style: SlipStyle): SlipBlock[] {
  return style.slip.qr?.data.match(GAP) ? [] : qr(style, null);
}

function qr({ slip }: SlipStyle, gaps: Gaps | null): SlipBlock[] {
  if (!slip.qr) return [];
  const { caption, data } = slip.qr;
  const filled = gaps ? data.replace(GAP, (_, gap: keyof Gaps) => encodeURIComponent(gaps[gap])) : data;
  return [SPACE, ...(caption ? [centred(caption)] : []), { kind: 'qr', data: filled }];
}

/** YYYY-MM-DD of the till's own day. */
function dateOf(at: number): string {
  const day = new Date(at);
  return [day.getFullYear(), day.getMonth() + 1, day.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}
