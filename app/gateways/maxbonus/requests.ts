import { toRoubles } from '../../domain/money.ts';
import type { Phone } from '../../domain/phone.ts';
import { toUnits } from '../../domain/quantity.ts';
import type { CalculationRequest, WriteRequest } from '../../sale/ports.ts';
import type { MaxBonusSettings } from '../../settings/profile.ts';
import type { CheckRequest, WriteCheckRequest } from './wire.ts';

export function checkRequest(request: CalculationRequest, anonymousToken: string): CheckRequest {
  return {
    customer_token: request.customerToken ?? anonymousToken,
    items: request.lines.map(({ index, product, quantity }) => ({
      code: product.code,
      index,
      mrc: 0,
      price: toRoubles(product.price),
      qty: toUnits(quantity),
    })),
    pay_bonus: request.redemption > 0 ? toRoubles(request.redemption) : null,
  };
}

export function writeCheckRequest(request: WriteRequest, anonymousToken: string): WriteCheckRequest {
  return {
    ...checkRequest(request, anonymousToken),
    calc_id: request.calculationId,
    check_number: request.receiptId,
    check_date: isoWithOffset(new Date(request.at)),
    cashier: request.cashier,
  };
}

/** The country code can only be left off a Russian number; another goes out whole. */
export function phoneAs(format: MaxBonusSettings['phoneFormat'], phone: Phone): string {
  if (format === '10' && /^7\d{10}$/.test(phone)) return phone.slice(1);
  return format === '+7' ? `+${phone}` : phone;
}

/** In the till's own time zone, to the second: 2026-03-01T12:17:05+09:00. */
export function isoWithOffset(time: Date): string {
  const ahead = -time.getTimezoneOffset();
  const local = new Date(time.getTime() + ahead * 60_000).toISOString().slice(0, 19);
  const offset = new Date(Math.abs(ahead) * 60_000).toISOString().slice(11, 16);
  return `${local}${ahead < 0 ? '-' : '+'}${offset}`;
}
