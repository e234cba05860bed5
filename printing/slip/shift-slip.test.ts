import { expect, test } from 'vitest';
import { kopecks, ZERO } from '../../app/domain/money.ts';
import type { ShiftReport } from '../../app/domain/shift.ts';
import { slipSchema } from '../../app/settings/slip.ts';
import { layOut } from '../layout.ts';
import { words } from '../text/words.ts';
import { slipComposer } from './composer.ts';
import { exampleShift } from './examples.ts';

const at = new Date(2026, 10, 21, 21, 2).getTime();
const outlet = { name: 'Магазин', till: 'Касса 1', cashier: '' };
const composer = slipComposer({ outlet, language: 'ru', slip: slipSchema.parse({ footer: ['Ждём вас снова!'] }) });
const print = (report: ShiftReport): string =>
  layOut(composer.shift(report, at), 48)
    .map((line) => line.text.trim())
    .join('\n');

const z = exampleShift(words('ru'), 'z');
const x = exampleShift(words('ru'), 'x');

test('a Z report has number, times, people, sums and the checksum of the journal', () => {
  const slip = print(z);
  expect(slip).toMatch(/^Z-ОТЧЁТ № 34/);
  expect(slip).toMatch(/Открыта +21\.11\.2026, 08:55\nОткрыл\(а\) +Смирнова О\. В\.\nЗакрыта +21\.11\.2026, 21:02/);
  expect(slip).toMatch(/Продажи +68412\.50[\s\S]*Наличными +24742\.50\nКартой +40000\.00/);
  expect(slip).toMatch(/Не отправлено чеков +2\nНа сумму +1870\.00/);
  expect(slip).toMatch(/Чеков прошлых смен +1\nНачислено по ним +21\.50\n(?!Поправка)/);
  expect(slip).toMatch(/09:00, чеков 12 +14000\.00/);
  expect(slip).toMatch(/Контрольная сумма журнала: № 1834, 9f86d081$/);
});

test('an X report is not closed and vouches for nothing', () => {
  const slip = print(x);
  expect(slip).toMatch(/^X-ОТЧЁТ\n/);
  expect(slip).not.toMatch(/Закрыта|Закрыл|Контрольная/);
});

test('what did not happen is not told, money always is', () => {
  const empty: ShiftReport = {
    ...x,
    openedBy: '',
    receipts: 0,
    sales: ZERO,
    discounts: ZERO,
    redeemed: ZERO,
    accrued: ZERO,
    certificates: ZERO,
    cash: ZERO,
    card: ZERO,
    returns: { count: 0, cash: ZERO, card: ZERO, certificates: ZERO, bonuses: ZERO },
    queued: { count: 0, sum: ZERO },
    belated: { count: 0, accrued: ZERO, redeemed: ZERO },
    hours: [],
    lastEvent: null,
  };
  expect(print(empty)).not.toMatch(/Возврат|отправлено|прошлых|По часам|бонус|Открыл/);
  expect(print(empty)).toMatch(/Чеков +0\nПродажи +0\.00\nНаличными +0\.00\nКартой +0\.00$/);
  expect(print({ ...empty, kind: 'z' })).not.toContain('Контрольная');
});

test('bonuses taken off otherwise than an earlier report says are corrected, in the sign of what was paid by them', () => {
  const belated = { count: 2, accrued: ZERO, redeemed: kopecks(-500) };
  expect(print({ ...z, belated })).toMatch(/Чеков прошлых смен +2\nПоправка оплаты бонусами +5\.00\n/);
});

test('a report is for the shop: it has no foot for customers', () => {
  expect(print(z)).not.toContain('Ждём вас');
});
