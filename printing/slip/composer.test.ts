import { expect, test } from 'vitest';
import { kopecks, ZERO } from '../../app/domain/money.ts';
import { ONE, type Quantity } from '../../app/domain/quantity.ts';
import type { ReceiptId } from '../../app/domain/receipt.ts';
import type { WrittenReceipt } from '../../app/domain/receipt-return.ts';
import type { SlipDocument } from '../../app/domain/slip.ts';
import type { PendingReturn, ReturnOutcome } from '../../app/sale/ports.ts';
import { newSale } from '../../app/sale/sale.ts';
import { slipSchema } from '../../app/settings/slip.ts';
import { calculationOf, dmitry, having, lard, water } from '../../app/testing/fixtures.ts';
import { layOut } from '../layout.ts';
import { slipComposer } from './composer.ts';

const outlet = { name: 'Магазин «Ромашка»', till: 'Касса 1', cashier: '' };
const at = new Date(2026, 10, 21, 9, 5).getTime();
const composer = slipComposer({ outlet, language: 'ru', slip: slipSchema.parse({}) });
const text = (slip: SlipDocument): string =>
  `\n${layOut(slip, 32)
    .map((line) => line.text)
    .join('\n')}\n`;

const lines = [
  { index: 1, product: water, quantity: (2 * ONE) as Quantity },
  { index: 2, product: lard, quantity: 350 as Quantity },
];
const request = { customerToken: 'token', lines, redemption: ZERO, certificates: [], promo: null };
const receipt: WrittenReceipt = {
  id: 'receipt' as ReceiptId,
  number: 12,
  writtenAt: at,
  lines,
  calculation: calculationOf(request, ZERO),
  payment: { cash: kopecks(13_795), card: ZERO, change: ZERO },
  phoneEnding: '2249',
  returned: new Map(),
};
const pending: PendingReturn = {
  request: { id: 'return', receiptId: receipt.id, at, cashier: '', lines },
  given: [{ index: 1, product: water, quantity: ONE }],
  refund: { cash: kopecks(2_990), card: kopecks(1_000), certificates: kopecks(500), bonuses: kopecks(500) },
};
const outcome: ReturnOutcome = { restored: kopecks(500), withdrawn: kopecks(224), balance: kopecks(10_276), text: [] };

test('a return says what was given back, how the money goes back and what became of the bonuses', () => {
  expect(text(composer.receiptReturn(receipt, pending, outcome))).toMatchInlineSnapshot(`
    "
           Магазин "Ромашка"

    Касса 1        Возврат чека № 12
    21.11.2026, 09:05
    --------------------------------
    Вода питьевая негазированная 1,5
    л
    1 x 49.90
    --------------------------------
    Вернуть наличными          29.90
    Вернуть на карту           10.00
    Вернуть на сертификат       5.00
    --------------------------------
    Клиент :                 ***2249
    Возвращено бонусов :        5.00
    Отозвано начисление :       2.24
    Остаток бонусов :         102.76
    "
  `);
});

test('the service’s own text takes the place of its figures', () => {
  const said = text(composer.receiptReturn(receipt, pending, { ...outcome, text: ['Бонусы возвращены'] }));
  expect(said).toContain('Бонусы возвращены');
  expect(said).not.toContain('Отозвано');
});

test('an anonymous return has no bonuses', () => {
  expect(text(composer.receiptReturn({ ...receipt, phoneEnding: null }, pending, outcome))).not.toContain('бонус');
});

test('a new customer is welcomed', () => {
  expect(text(composer.registration({ ...dmitry, balance: ZERO }, at))).toMatchInlineSnapshot(`
    "
           Магазин "Ромашка"

    Касса 1              Регистрация
    21.11.2026, 09:05
    --------------------------------
          Дмитрий Сергеевич И.
    Клиент :                 ***3377
    Ваши бонусы :               0.00
    --------------------------------
           Добро пожаловать!
    "
  `);
});

test('a certificate is a way of paying; the slip to tear off has the bonuses only', () => {
  const certificate = { code: '9901', pin: '', amount: kopecks(1_000), balance: kopecks(5_000) };
  const opened = having(
    newSale('receipt' as ReceiptId, 12),
    { kind: 'line-added', product: water, quantity: ONE },
    { kind: 'customer-identified', customer: dmitry },
    { kind: 'certificate-added', certificate },
  );
  const paid = having(
    opened,
    {
      kind: 'calculated',
      calculation: calculationOf({ ...request, lines: opened.lines, certificates: [certificate] }, ZERO),
    },
    { kind: 'write-started', payment: { cash: kopecks(3_990), card: ZERO, change: ZERO } },
  );
  const written = { redeemed: ZERO, accrued: kopecks(200), balance: kopecks(184_416), text: [] };
  const whole = text(composer.sale(paid, written, at));
  expect(whole).toMatch(/ИТОГ +49\.90\nСертификатом +10\.00\nНаличными +39\.90/);
  const tearOff = slipComposer({ outlet, language: 'ru', slip: slipSchema.parse({ form: 'tear-off' }) });
  const torn = text(tearOff.sale(paid, written, at));
  expect(torn).not.toMatch(/Вода|ИТОГ|Наличными/);
  expect(torn).toMatch(/Начислено бонусов : +2\.00/);
});
