import { expect, onTestFinished, test } from 'vitest';
import { kopecks, ZERO } from '../domain/money.ts';
import type { Money } from '../domain/payment.ts';
import type { Quantity } from '../domain/quantity.ts';
import { fail, ok } from '../domain/result.ts';
import { rung, scan, settle, stage, WATER } from '../testing/cashier.ts';
import { answers, inTurn, openTill, type TestTill, written } from '../testing/till.ts';
import type { LoyaltyGateway, ServiceFailure, WriteRequest } from './ports.ts';
import { due, moneyTaken, type WriteOutcome } from './sale.ts';

/** Money that was taken for a receipt stays taken, whatever becomes of the receipt. */

const refused = fail<ServiceFailure>({ kind: 'refused', reason: 'other', message: 'Расчёт устарел' });
const LOST = fail<ServiceFailure>({ kind: 'lost', cause: 'timeout' });
const open = (loyalty: LoyaltyGateway): TestTill => openTill(loyalty, onTestFinished);
const money = (cash: number, card: number): Money => ({ cash: kopecks(cash), card: kopecks(card) });
const taken = ({ desk }: TestTill): Money => moneyTaken(desk.state.sale);

/** A service that refuses the first write; the later ones it takes, and remembers. */
function refusingOnce() {
  const requests: WriteRequest[] = [];
  const turns = inTurn<WriteOutcome>(refused, ok(written));
  const loyalty = answers({
    write: (request) => {
      requests.push(request);
      return turns();
    },
  });
  return { loyalty, requests };
}

/** 56.90 paid by card, and the service refuses the receipt. */
async function refusedAfterCard(loyalty: LoyaltyGateway): Promise<TestTill> {
  const till = open(loyalty);
  await rung(till);
  await till.desk.pay(kopecks(5690), money(0, 5690));
  await settle();
  expect([stage(till), taken(till)]).toEqual(['open', money(0, 5690)]);
  return till;
}

/** Pays what the receipt comes to by now, with this beside what is in hand. */
async function payBeside(till: TestTill, tender: Money) {
  await till.desk.loyalty.calculate(ZERO);
  return till.desk.pay(due(till.desk.state.sale), tender);
}

test('a write that is refused leaves it in hand; the next payment takes nothing', async () => {
  const { loyalty, requests } = refusingOnce();
  const till = await refusedAfterCard(loyalty);
  expect(await payBeside(till, money(0, 0))).toEqual(ok(undefined));
  expect(stage(till)).toBe('written');
  expect(requests.map(({ payment }) => payment)).toEqual(Array(2).fill({ ...money(0, 5690), change: 0 }));
  expect(till.desk.shifts.report()).toMatchObject({ receipts: 1, cash: 0, card: 5690 });
});

test.each<[string, (till: TestTill) => unknown, Money, Money]>([
  ['more', (till) => till.desk.scanned(scan(WATER)), money(4990, 0), money(4990, 5690)],
  ['less', (till) => till.desk.removeLine(2), money(0, 0), money(0, 4990)],
  ['more by card', (till) => till.desk.setQuantity(1, 2000 as Quantity), money(0, 4990), money(0, 10_680)],
])('what is due is %s by then', async (_name, change, tender, paid) => {
  const till = await refusedAfterCard(refusingOnce().loyalty);
  change(till);
  expect(await payBeside(till, tender)).toEqual(ok(undefined));
  expect(till.desk.state.sale.stage).toMatchObject({ at: 'written', payment: paid });
  expect(till.desk.shifts.report()).toMatchObject(paid);
});

test('a certificate that is put on afterwards pays before it', async () => {
  const till = await refusedAfterCard(refusingOnce().loyalty);
  await till.desk.tender.lookUp('CERT-1', '4831');
  await till.desk.tender.addCertificate(kopecks(5690));
  expect(await payBeside(till, money(0, 0))).toEqual(ok(undefined));
  expect(till.desk.state.sale.stage).toMatchObject({ at: 'written', payment: money(0, 0) });
});

test('it is there after a restart, a hold, another customer and a second refusal', async () => {
  const till = await refusedAfterCard(answers({ write: async () => refused }));
  const back = till.restart();
  expect(taken(back)).toEqual(money(0, 5690));
  back.desk.removeCustomer();
  back.desk.removeLine(1);
  back.desk.removeLine(2);
  // Nothing is on it but money: it is no blank one, and is held like any other.
  expect(back.desk.held.hold()).toEqual(ok(undefined));
  const [held] = back.desk.state.held;
  expect(held?.taken).toEqual(money(0, 5690));
  expect(held && back.desk.held.takeBack(held.id)).toEqual(ok(undefined));
  back.desk.scanned(scan(WATER));
  back.desk.scanned(scan(WATER));
  await payBeside(back, money(5000, 0));
  await settle();
  expect([stage(back), taken(back)]).toEqual(['open', money(4290, 5690)]);
});

test('what surely was not sent, and what was in doubt and then refused, keeps it too', async () => {
  const unsent = open(answers({ write: async () => fail({ kind: 'token-rejected' }) }));
  await rung(unsent);
  await unsent.desk.pay(kopecks(5690), money(6000, 0));
  expect([stage(unsent), taken(unsent)]).toEqual(['open', money(5690, 0)]);

  const doubted = open(answers({ write: inTurn<WriteOutcome>(LOST, refused) }));
  await rung(doubted);
  await doubted.desk.pay(kopecks(5690), money(5000, 690));
  await settle();
  expect([stage(doubted), taken(doubted)]).toEqual(['open', money(5000, 690)]);
});

test('a receipt that is cancelled gives it back, by kind, and the journal says so', async () => {
  const till = await refusedAfterCard(answers({ write: async () => refused }));
  till.desk.newSale();
  expect(till.desk.state).toMatchObject({
    notice: { code: 'receipt-cancelled', params: { number: 1, cash: 0, card: 5690 } },
    sale: { number: 2, taken: money(0, 0) },
  });
  expect(till.desk.shifts.report()).toMatchObject({ receipts: 0, cash: 0, card: 0 });
});

test('one that is cancelled in doubt gives back what the payment before it brought as well', async () => {
  const till = await refusedAfterCard(
    answers({ write: inTurn<WriteOutcome>(refused, LOST), rollback: async () => LOST }),
  );
  till.desk.scanned(scan(WATER));
  await payBeside(till, money(5000, 0));
  await settle();
  expect([stage(till), taken(till)]).toEqual(['in-doubt', money(4990, 5690)]);
  till.desk.abandon();
  expect(till.desk.state.notice).toMatchObject({ code: 'receipt-abandoned', params: { cash: 4990, card: 5690 } });
});

test('the shift does not close over it: it lies in the drawer and in no sum', async () => {
  const till = await refusedAfterCard(refusingOnce().loyalty);
  expect(till.desk.shifts.close(true)).toEqual(fail({ code: 'shift-receipt-open' }));
  till.desk.held.hold();
  expect(till.desk.shifts.close(true)).toEqual(
    fail({ code: 'shift-money-kept', params: { number: 1, cash: 0, card: 5690 } }),
  );
  const [held] = till.desk.state.held;
  if (held) till.desk.held.takeBack(held.id);
  await payBeside(till, money(0, 0));
  expect(till.desk.shifts.close(true)).toEqual(ok(undefined));
  expect(till.desk.shifts.past(1)).toMatchObject([{ receipts: 1, cash: 0, card: 5690 }]);
});

test('a receipt that is taken while the service is away counts it once', async () => {
  const till = await refusedAfterCard(answers({ write: inTurn<WriteOutcome>(refused, fail({ kind: 'unreachable' })) }));
  till.desk.scanned(scan(WATER));
  await payBeside(till, money(4990, 0));
  expect(stage(till)).toBe('queued');
  expect(till.desk.shifts.report()).toMatchObject({ cash: 4990, card: 5690, queued: { count: 1, sum: 10_680 } });
});
