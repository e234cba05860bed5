import { kopecks, ZERO } from '../../domain/money.ts';
import type { Phone } from '../../domain/phone.ts';
import { parsePhone } from '../../domain/phone-reader.ts';
import { quantity } from '../../domain/quantity.ts';
import type { Line, ReceiptId } from '../../domain/receipt.ts';
import type { Result } from '../../domain/result.ts';
import type { CalculationRequest, ReturnRequest, ServiceFailure, WriteRequest } from '../../sale/ports.ts';
import type { MaxBonusSettings } from '../../settings/maxbonus.ts';
import { type ProfileInput, profileSchema } from '../../settings/profile.ts';
import { TRAINING_PRODUCTS } from '../../training/maxbonus/products.ts';

/** What the tests of this folder share: settings as a profile makes them, and the receipt of the sale screen. */
export function settingsOf(maxbonus: NonNullable<ProfileInput['maxbonus']>): MaxBonusSettings {
  const profile = profileSchema.parse({ version: 1, outlet: { name: 'Магазин', till: 'Касса' }, maxbonus });
  if (!profile.maxbonus) throw new Error('no settings');
  return profile.maxbonus;
}

export function lineOf(index: number, code: string, pieces: number): Line {
  const product = TRAINING_PRODUCTS.find((candidate) => candidate.code === code);
  const amount = quantity(pieces * 1000);
  if (!product || !amount) throw new Error(`no such line: ${code} × ${pieces}`);
  const { barcode = null, name, weighed = false } = product;
  return {
    index,
    product: { code, barcode, name, price: kopecks(Math.round(product.price * 100)), weighed },
    quantity: amount,
  };
}

/** 1 705.40 in four lines, of which promotions take 161.70. */
const SALE_SCREEN_LINES: readonly Line[] = [
  lineOf(1, '00101', 1),
  lineOf(2, '00123', 1),
  lineOf(3, '00102', 6),
  lineOf(4, '00103', 1),
];

export function calculationOf(
  customerToken: string | null,
  redemption = ZERO,
  extra: Partial<Pick<CalculationRequest, 'certificates' | 'promo' | 'lines'>> = {},
): CalculationRequest {
  return { customerToken, lines: SALE_SCREEN_LINES, redemption, certificates: [], promo: null, ...extra };
}

/** A return of the whole receipt, or of these lines. */
export function returnOf(lines: readonly Line[] = [], id = RETURN): ReturnRequest {
  return { id, receiptId: RECEIPT, at: Date.UTC(2026, 2, 2, 3, 17, 5), cashier: 'Кассир', lines };
}

export function writeOf(calculation: CalculationRequest, calculationId: string, receiptId = RECEIPT): WriteRequest {
  return {
    ...calculation,
    calculationId,
    receiptId,
    number: 42,
    at: Date.UTC(2026, 2, 1, 3, 17, 5),
    cashier: 'Кассир',
    payment: { cash: ZERO, card: ZERO, change: ZERO },
  };
}

/** The value of an answer that has to be good. */
export function good<Value>(answer: Result<Value, ServiceFailure>): Value {
  if (!answer.ok) throw new Error(JSON.stringify(answer.error));
  return answer.value;
}

export function phoneOf(text: string): Phone {
  const phone = parsePhone(text, 'RU');
  if (!phone) throw new Error(`no phone: ${text}`);
  return phone;
}

export const RETURN = '0b4a3c1e-7d55-4f0e-8a55-2a4f6c9d1e07';
export const RECEIPT = '5f6b0f0e-2f0c-4a55-9d0e-0c6d3a1b7e42' as ReceiptId;
