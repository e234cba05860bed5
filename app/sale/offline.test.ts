import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { kopecks, ZERO } from '../domain/money.ts';
import { ONE } from '../domain/quantity.ts';
import { fail, ok } from '../domain/result.ts';
import { openDatabase } from '../journal/database.ts';
import { CARD, payCash, rung, scan, settle, stage, WATER } from '../testing/cashier.ts';
import { calculationOf, dmitry, GOOD_PROMO } from '../testing/fixtures.ts';
import { answers, inTurn, openTill, type TestTill, written } from '../testing/till.ts';
import type { LoyaltyGateway, ServiceFailure, WriteRequest } from './ports.ts';
import { due, type WriteOutcome } from './sale.ts';
import { serviceProblem } from './service-problem.ts';

/** A till whose loyalty service does not answer, or did not. */

const open = (loyalty: LoyaltyGateway = answers()): TestTill => openTill(loyalty, onTestFinished);
/** A customer who need not confirm a write-off. */
const unasked = { ...dmitry, pinRequired: false };
const LOST: ServiceFailure = { kind: 'lost', cause: 'timeout' };

/** Answers once `online`; then it has what was written. */
function outage() {
  const service = { online: false, written: [] as WriteRequest[], calculated: 0 };
  const down = fail<ServiceFailure>({ kind: 'unreachable' });
  const loyalty = answers({
    identify: async () => (service.online ? ok(unasked) : down),
    certificate: async (code, pin) => (service.online ? ok({ code, pin, balance: kopecks(100_000) }) : down),
    calculate: async (request) => {
      if (!service.online) return down;
      service.calculated += 1;
      return ok(calculationOf(request, kopecks(1500)));
    },
    write: async (request) => {
      if (!service.online) return down;
      service.written.push(request);
      return ok(written);
    },
  });
  return { service, loyalty };
}

test.each<[ServiceFailure, string, string]>([
  [{ kind: 'token-missing', loss: 'locked' }, 'queued', 'service-token-waiting'],
  [{ kind: 'token-missing', loss: 'waiting' }, 'queued', 'service-token-waiting'],
  [{ kind: 'token-missing', loss: 'undecryptable' }, 'open', 'service-token-lost'],
])('%j: while the token is to come receipts are queued, and told once it is there', async (missing, at, code) => {
  const { service, loyalty } = outage();
  service.online = true;
  const unread = fail(missing);
  const till = open({
    ...loyalty,
    write: (request) => (service.online ? loyalty.write(request) : Promise.resolve(unread)),
  });
  await rung(till);
  service.online = false;
  await payCash(till);
  expect(stage(till)).toBe(at);
  expect(till.desk.state.loyalty).toEqual(missing);
  expect(serviceProblem(missing)).toEqual({ code, params: { loss: 'loss' in missing ? missing.loss : '' } });
  service.online = true;
  till.desk.mayAskAgain();
  await settle();
  expect(till.desk.state.outbox.waiting).toBe(0);
  expect(service.written).toHaveLength(at === 'queued' ? 1 : 0);
});

test('a calculated receipt is queued, told by its slip, and written when the service is back', async () => {
  const { service, loyalty } = outage();
  service.online = true;
  const till = open(loyalty);
  await rung(till);
  service.online = false;
  await payCash(till);
  expect(stage(till)).toBe('queued');
  expect(till.desk.state.notice?.code).toBe('receipt-queued');
  expect(till.desk.state.outbox.waiting).toBe(1);
  expect(till.nextSlip()).toEqual({ blocks: [{ kind: 'text', text: 'receipt 1 waits' }] });
  service.online = true;
  const back = till.restart(loyalty);
  await back.desk.start();
  back.clock.advance(60_000);
  await settle();
  expect(service.written).toMatchObject([
    { number: 1, customerToken: dmitry.token, calculationId: 'calculation-of-5690-0' },
  ]);
  expect(back.desk.state.outbox.waiting).toBe(0);
  expect(back.desk.returns.find('')).toMatchObject([{ number: 1, phoneEnding: '3377' }]);
});

test('one that could not be calculated is taken too, and calculated before it is written', async () => {
  const { service, loyalty } = outage();
  const till = open(loyalty);
  till.desk.scanned(scan(WATER));
  await till.desk.loyalty.calculate(ZERO);
  const sum = kopecks(4990);
  expect(await till.desk.pay(sum, { cash: sum, card: ZERO })).toEqual(ok(undefined));
  expect(stage(till)).toBe('queued');
  service.online = true;
  till.clock.advance(60_000);
  await settle();
  expect(service.written).toMatchObject([{ calculationId: 'calculation-of-4990-0', payment: { cash: 4990 } }]);
  // What was charged stays what the receipt came to.
  expect(till.desk.state.sale.calculation).toMatchObject({ id: '', due: 4990, discount: 0 });
  expect(stage(till)).toBe('written');
});

test('the first answer of the service sends all that waits, at once', async () => {
  const { service, loyalty } = outage();
  const till = open(loyalty);
  for (const _receipt of [1, 2, 3]) {
    till.desk.scanned(scan(WATER));
    await till.desk.loyalty.calculate(ZERO);
    await till.desk.pay(kopecks(4990), { cash: kopecks(4990), card: ZERO });
    till.desk.newSale();
  }
  expect(till.desk.state.outbox.waiting).toBe(3);
  service.online = true;
  till.desk.scanned(scan(CARD));
  await settle();
  await settle();
  expect(service.written.map(({ number }) => number)).toEqual([1, 2, 3]);
  expect(till.desk.state.outbox.waiting).toBe(0);
});

/** What only the service can allow, by every way in which it comes to the till. */
const forbidden: [string, (till: TestTill) => Promise<unknown>, string][] = [
  ['a promo code', (till) => till.desk.tender.enterPromo(GOOD_PROMO), 'offline-no-promo'],
  [
    'a scanned promo code',
    async (till) => {
      till.desk.codes.expect('promo');
      till.desk.scanned(scan('GIFT-500'));
      await settle();
      return fail(till.desk.state.notice);
    },
    'offline-no-promo',
  ],
  ['a certificate', (till) => till.desk.tender.lookUp('CERT-1', '4831'), 'offline-no-certificate'],
  ['a write-off', (till) => till.desk.loyalty.calculate(kopecks(1000)), 'offline-no-redemption'],
];

test.each(forbidden)(
  '%s is refused with the reason as it is entered, and leaves nothing behind',
  async (_name, use, code) => {
    const { service, loyalty } = outage();
    service.online = true;
    const till = open(loyalty);
    till.desk.scanned(scan(CARD));
    await settle();
    till.desk.scanned(scan(WATER));
    service.online = false;
    await till.desk.loyalty.calculate(ZERO);
    const { sale } = till.desk.state;
    expect(await use(till)).toMatchObject({ ok: false, error: { code } });
    expect(till.desk.state.sale).toEqual(sale);
    expect(await till.desk.pay(kopecks(4990), { cash: kopecks(4990), card: ZERO })).toEqual(ok(undefined));
    expect(stage(till)).toBe('queued');
  },
);

test.each(forbidden)('%s is taken by a service that is back, though nobody knew it', async (_name, use) => {
  const { service, loyalty } = outage();
  service.online = true;
  const till = open(loyalty);
  till.desk.scanned(scan(CARD));
  await settle();
  till.desk.scanned(scan(WATER));
  service.online = false;
  await till.desk.loyalty.calculate(ZERO);
  service.online = true;
  const { sale, certificate } = till.desk.state;
  await use(till);
  expect({ ...till.desk.state.sale, certificate: till.desk.state.certificate }).not.toEqual({ ...sale, certificate });
  expect(till.desk.state.loyalty).toBe('ok');
});

test.each<[string, (till: TestTill) => Promise<unknown>, string]>([
  ['a promo code', (till) => till.desk.tender.enterPromo(GOOD_PROMO), 'offline-no-promo'],
  [
    'a certificate',
    async (till) => {
      await till.desk.tender.lookUp('CERT-1', '4831');
      await till.desk.tender.addCertificate(kopecks(100));
    },
    'offline-no-certificate',
  ],
  ['a write-off', (till) => till.desk.loyalty.calculate(kopecks(1000)), 'offline-no-redemption'],
])('with %s from before a receipt is not taken', async (_name, use, code) => {
  const { service, loyalty } = outage();
  service.online = true;
  const till = open(loyalty);
  await rung(till);
  await use(till);
  service.online = false;
  till.desk.scanned(scan(WATER));
  const { redemption, promo, certificates } = till.desk.state.sale;
  await till.desk.loyalty.calculate(redemption);
  expect(till.desk.state.sale).toMatchObject({ redemption, promo, certificates });
  const sum = due(till.desk.state.sale);
  expect(await till.desk.pay(sum, { cash: sum, card: ZERO })).toEqual(fail({ code }));
  expect(stage(till)).toBe('open');
});

test('a certificate that was found before the service went down stays in sight, and off the receipt', async () => {
  const { service, loyalty } = outage();
  service.online = true;
  const till = open(loyalty);
  till.desk.scanned(scan(WATER));
  await till.desk.tender.lookUp('CERT-1', '4831');
  service.online = false;
  expect(await till.desk.tender.addCertificate(kopecks(100))).toEqual(fail({ code: 'offline-no-certificate' }));
  expect(till.desk.state).toMatchObject({ certificate: { code: 'CERT-1' }, sale: { certificates: [] } });
});

test('another promo code leaves the first one as it was', async () => {
  const { service, loyalty } = outage();
  service.online = true;
  const till = open(loyalty);
  till.desk.scanned(scan(WATER));
  await till.desk.tender.enterPromo(GOOD_PROMO);
  service.online = false;
  expect(await till.desk.tender.enterPromo('OTHER')).toEqual(fail({ code: 'offline-no-promo' }));
  expect(till.desk.state.sale.promo).toBe(GOOD_PROMO);
});

test('what the service would have taken off later changes neither the sums of the shift nor what comes back', async () => {
  const { service, loyalty } = outage();
  const cheaper = { ...loyalty, calculate: withPromotion(loyalty.calculate) };
  const till = open(cheaper);
  till.desk.scanned(scan(WATER));
  await till.desk.loyalty.calculate(ZERO);
  await till.desk.pay(kopecks(4990), { cash: kopecks(4990), card: ZERO });
  const { id } = till.desk.state.sale;
  till.desk.newSale();
  service.online = true;
  till.clock.advance(60_000);
  await settle();
  expect(service.written).toHaveLength(1);
  expect(till.desk.shifts.report()).toMatchObject({ sales: 4990, discounts: 0, cash: 4990 });
  expect(till.desk.returns.preview(id, [{ index: 1, quantity: ONE }])).toMatchObject({ value: { cash: 4990 } });
});

test('a service that is back while the customer pays, with another sum, gives the receipt back', async () => {
  const { service, loyalty } = outage();
  const till = open({ ...loyalty, calculate: withPromotion(loyalty.calculate) });
  till.desk.scanned(scan(WATER));
  await till.desk.loyalty.calculate(ZERO);
  service.online = true;
  await till.desk.pay(kopecks(4990), { cash: kopecks(4990), card: ZERO });
  expect(stage(till)).toBe('open');
  expect(till.desk.state.notice?.code).toBe('due-changed-paid');
  expect(service.written).toEqual([]);
});

test('a service that hangs is as good as none: the receipt is queued without a doubt', async () => {
  const hanging = answers({ calculate: async () => fail(LOST), write: async () => fail(LOST) });
  const till = open(hanging);
  till.desk.scanned(scan(WATER));
  await till.desk.loyalty.calculate(ZERO);
  await till.desk.pay(kopecks(4990), { cash: kopecks(4990), card: ZERO });
  expect(stage(till)).toBe('queued');
  expect(till.desk.pending.list()).toMatchObject([{ inDoubt: false }]);
});

test('a receipt at which alone the service fails holds up no other', async () => {
  const { service, loyalty } = outage();
  const till = open({
    ...loyalty,
    write: async (request) => (service.online && request.number === 1 ? fail(LOST) : loyalty.write(request)),
  });
  for (const _receipt of [1, 2, 3]) {
    till.desk.scanned(scan(WATER));
    await till.desk.loyalty.calculate(ZERO);
    await till.desk.pay(kopecks(4990), { cash: kopecks(4990), card: ZERO });
    till.desk.newSale();
  }
  service.online = true;
  for (let seconds = 0; seconds < 10; seconds += 1) {
    till.clock.advance(1_000);
    await settle();
  }
  expect(service.written.map(({ number }) => number)).toEqual([2, 3]);
  expect(till.desk.pending.list()).toMatchObject([{ number: 1, state: 'waiting' }]);
});

test('a service that asks to be left alone longer than usual is', async () => {
  const throttled = fail<ServiceFailure>({ kind: 'throttled', retryAfterMs: 90_000 });
  const till = open(answers({ write: inTurn<WriteOutcome>(throttled, ok(written)) }));
  await rung(till);
  await payCash(till);
  expect(stage(till)).toBe('queued');
  till.clock.advance(89_999);
  await settle();
  expect(till.desk.state.outbox.waiting).toBe(1);
  till.clock.advance(1);
  await settle();
  expect(stage(till)).toBe('written');
});

test('a shop that will not take receipts then gets them back open', async () => {
  const { service, loyalty } = outage();
  service.online = true;
  const till = openTill(loyalty, onTestFinished, undefined, undefined, 'refuse');
  await rung(till);
  service.online = false;
  await payCash(till);
  expect(stage(till)).toBe('open');
  expect(till.desk.state.notice?.code).toBe('service-unreachable');
  expect(await till.desk.pay(kopecks(5690), { cash: kopecks(5690), card: ZERO })).toEqual(
    fail({ code: 'not-calculated' }),
  );
});

test('that a receipt is refused is on paper once, though the disk takes it only later', async () => {
  const refused = fail<ServiceFailure>({ kind: 'refused', reason: 'other', message: 'Клиент заблокирован' });
  const dir = mkdtempSync(path.join(tmpdir(), 'till-'));
  const loyalty = answers({ write: inTurn<WriteOutcome>(fail({ kind: 'unreachable' }), refused) });
  const till = openTill(loyalty, onTestFinished, dir);
  await rung(till);
  await payCash(till);
  till.desk.newSale();
  till.printSlip();
  const disk = diskThatBuriesNothing(dir);
  till.clock.advance(4_000);
  await settle();
  expect(till.desk.pending.list()).toMatchObject([{ state: 'waiting', problem: { code: 'journal-failed' } }]);
  expect(till.nextSlip()).toBeNull();
  disk.mend();
  till.clock.advance(60_000);
  await settle();
  expect(till.desk.pending.list()).toMatchObject([{ state: 'dead', problem: { code: 'write-refused-late' } }]);
  expect(till.nextSlip()).toEqual({ blocks: [{ kind: 'text', text: 'receipt 1 refused' }] });
  till.printSlip();
  expect(till.nextSlip()).toBeNull();
});

test('a receipt on the desk that is refused late leaves it only when the disk takes that', async () => {
  const refused = fail<ServiceFailure>({ kind: 'refused', reason: 'other', message: 'Клиент заблокирован' });
  const dir = mkdtempSync(path.join(tmpdir(), 'till-'));
  const loyalty = answers({
    write: inTurn<WriteOutcome>(fail(LOST), refused),
    rollback: inTurn<void>(fail({ kind: 'unreachable' }), ok(undefined)),
  });
  const till = openTill(loyalty, onTestFinished, dir);
  await rung(till);
  await payCash(till);
  till.desk.stop();
  till.clock.advance(11 * 60_000);
  const disk = diskThatBuriesNothing(dir);
  await till.desk.resolve();
  expect(stage(till)).toBe('in-doubt');
  expect(till.desk.state).toMatchObject({ notice: { code: 'journal-failed' }, outbox: { waiting: 1, dead: 0 } });
  disk.mend();
  await till.desk.resolve();
  expect(stage(till)).toBe('queued');
  expect(till.desk.state).toMatchObject({ notice: { code: 'write-refused-late' }, outbox: { waiting: 0, dead: 1 } });
});

test.each([
  ['put back by a day: it is a receipt of just now only as long as one is', -86_400_000, 11 * 60_000, 'queued'],
  ['put forward by a day: its customer still stands there', 86_400_000, 60_000, 'open'],
])('what becomes of a refused receipt on the desk when the clock is %s', async (_name, putForward, later, becomes) => {
  const refused = fail<ServiceFailure>({ kind: 'refused', reason: 'other', message: 'Клиент заблокирован' });
  const till = open(
    answers({
      write: inTurn<WriteOutcome>(fail(LOST), refused),
      rollback: inTurn<void>(fail({ kind: 'unreachable' }), ok(undefined)),
    }),
  );
  await rung(till);
  await payCash(till);
  till.desk.stop();
  till.clock.putForward(putForward);
  till.clock.advance(later);
  await till.desk.resolve();
  expect(stage(till)).toBe(becomes);
});

/** The journal takes everything but that an entry is dead. */
function diskThatBuriesNothing(dir: string): { mend(): void } {
  const opened = openDatabase(path.join(dir, 'journal.sqlite'));
  if (!opened.ok) throw new Error(opened.error.kind);
  const db = opened.value;
  onTestFinished(() => {
    db.close();
  });
  db.exec(`CREATE TRIGGER full BEFORE UPDATE OF state ON outbox WHEN NEW.state = 'dead'
    BEGIN SELECT RAISE(ABORT, 'the disk is full'); END`);
  return { mend: () => db.exec('DROP TRIGGER full') };
}

test('a receipt that the service refuses later waits for a person, who may set it aside', async () => {
  const refused = fail<ServiceFailure>({ kind: 'refused', reason: 'other', message: 'Клиент заблокирован' });
  const till = open(answers({ write: inTurn<WriteOutcome>(fail({ kind: 'unreachable' }), refused) }));
  await rung(till);
  await payCash(till);
  till.desk.newSale();
  till.clock.advance(60_000);
  await settle();
  expect(till.desk.state.outbox).toMatchObject({ waiting: 0, dead: 1 });
  expect(till.desk.state.notice).toMatchObject({
    code: 'write-refused-late',
    params: { number: 1, message: 'Клиент заблокирован' },
  });
  till.printSlip();
  expect(till.nextSlip()).toEqual({ blocks: [{ kind: 'text', text: 'receipt 1 refused' }] });
  const [entry] = till.desk.pending.list();
  expect(entry).toMatchObject({
    state: 'dead',
    number: 1,
    problem: { code: 'write-refused-late' },
    acceptable: true,
  });
  expect(till.desk.pending.setAside(entry?.id ?? 0)).toEqual(ok(undefined));
  expect(till.desk.pending.setAside(entry?.id ?? 0)).toEqual(fail({ code: 'outbox-entry-gone' }));
  expect(till.desk.state.outbox).toMatchObject({ waiting: 0, dead: 0 });
  expect(till.desk.shifts.report()).toMatchObject({ receipts: 1, sales: 5690, queued: { count: 0 } });
});

/** 4.90 off, whatever is asked. */
function withPromotion(calculate: LoyaltyGateway['calculate']): LoyaltyGateway['calculate'] {
  return async (request) => {
    const answer = await calculate(request);
    if (!answer.ok) return answer;
    const { due, discount } = answer.value;
    return ok({ ...answer.value, due: kopecks(due - 490), discount: kopecks(discount + 490) });
  };
}
