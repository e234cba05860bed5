import path from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, onTestFinished, test } from 'vitest';
import { kopecks, ZERO } from '../domain/money.ts';
import { problem } from '../domain/problem.ts';
import { ONE, type Quantity } from '../domain/quantity.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import { CARD, payCash, rung, scan, settle, stage, WATER } from '../testing/cashier.ts';
import { calculationOf, dmitry, GOOD_PROMO, water } from '../testing/fixtures.ts';
import { temporaryFolder } from '../testing/folder.ts';
import { answers, inTurn, openTill, type TestTill, written } from '../testing/till.ts';
import type { LoyaltyGateway, ServiceFailure, WriteRequest } from './ports.ts';
import type { WriteOutcome } from './sale.ts';

const open = (loyalty: LoyaltyGateway = answers()): TestTill => openTill(loyalty, onTestFinished);
/** A customer who need not confirm a write-off. */
const unasked = { ...dmitry, pinRequired: false };
const LOST: ServiceFailure = { kind: 'lost', cause: 'timeout' };

describe('scans', () => {
  test('a customer’s card identifies and calculates what is on the desk', async () => {
    const till = open();
    await rung(till);
    expect(till.desk.state.sale).toMatchObject({ customer: dmitry, redemptionLimit: 1500, calculation: { due: 5690 } });
  });

  test('goods are taken while the service is asked; its answer to the older receipt is dropped', async () => {
    const till = open();
    till.desk.scanned(scan(WATER));
    const calculating = till.desk.loyalty.calculate(ZERO);
    till.desk.scanned(scan(WATER));
    await calculating;
    expect(till.desk.state.sale.lines).toMatchObject([{ quantity: 2000 }]);
    expect(till.desk.state.sale.calculation).toBeNull();
    expect(till.desk.state.notice?.code).toBe('calculation-outdated');
  });

  test('what is scanned while a receipt is written begins the next one', async () => {
    const till = open();
    await rung(till);
    const paying = payCash(till);
    till.desk.scanned(scan(WATER));
    till.desk.scanned(scan(WATER));
    await paying;
    await settle();
    expect(till.desk.state.sale).toMatchObject({ number: 2, stage: { at: 'open' }, lines: [{ quantity: 2000 }] });
  });

  test('unknown goods are told, and nothing changes', () => {
    const till = open();
    till.desk.scanned(scan('4607001234500'));
    expect(till.desk.state.unsold).toMatchObject([
      { text: '4607001234500', why: problem('product-not-found', { text: '4607001234500' }), times: 1 },
    ]);
    expect(till.desk.state.sale.lines).toEqual([]);
  });

  test('a code with two meanings is asked about; later scans wait for the answer', () => {
    const till = open();
    till.desk.codes.entered('5678');
    till.desk.scanned(scan(WATER));
    expect(till.desk.state.sale.lines).toEqual([]);
    const question = till.desk.state.question;
    expect(question?.options.map((option) => option.kind)).toEqual(['customer-code', 'amount']);
    expect(till.desk.codes.answer((question?.id ?? 0) + 1, 1).ok).toBe(true);
    expect(till.desk.state.question).toBe(question);
    expect(till.desk.codes.answer(question?.id ?? 0, 1).ok).toBe(true);
    expect(till.desk.state.sale.lines.map((line) => line.product.price)).toEqual([567_800, water.price]);
  });

  test('a customer nobody knows is a warning with words of its own', async () => {
    const refused = fail<ServiceFailure>({ kind: 'refused', reason: 'not-found', message: 'Покупатель не найден' });
    const till = open(answers({ identify: async () => refused }));
    till.desk.codes.entered('89141234567');
    await settle();
    expect(till.desk.state.notice).toMatchObject({ code: 'customer-not-found', tone: 'warning' });
    expect(till.desk.state.busy).toBeNull();
  });
});

describe('calculation and write-off', () => {
  test('a sum above the limit is clamped, and the cashier is told', async () => {
    const till = open();
    await rung(till);
    expect(await till.desk.loyalty.calculate(kopecks(9_999))).toEqual(ok(undefined));
    expect(till.desk.state.sale.redemption).toBe(1500);
    expect(till.desk.state.notice).toMatchObject({
      code: 'redemption-clamped',
      params: { wanted: 9_999, allowed: 1500 },
    });
  });

  test('a sum chosen before the first calculation asks for the limit first', async () => {
    const asked: number[] = [];
    const till = open(
      answers({
        calculate: async (request) => {
          asked.push(request.redemption);
          return ok(calculationOf(request, kopecks(1500)));
        },
      }),
    );
    till.desk.scanned(scan(CARD));
    await settle();
    till.desk.scanned(scan(WATER));
    await till.desk.loyalty.calculate(kopecks(1000));
    expect(asked).toEqual([0, 1000]);
    expect(till.desk.state.sale).toMatchObject({ redemption: 1000, calculation: { redeemed: 1000 } });
  });

  test('while the service is asked a second request is refused', async () => {
    const till = open();
    till.desk.scanned(scan(WATER));
    const first = till.desk.loyalty.calculate(ZERO);
    expect(await till.desk.loyalty.calculate(ZERO)).toEqual(fail({ code: 'busy' }));
    await first;
  });

  test.each<[ServiceFailure, string]>([
    [{ kind: 'unreachable' }, 'service-unreachable'],
    [{ kind: 'lost', cause: 'timeout' }, 'service-timeout'],
    [{ kind: 'lost', cause: 'unreadable' }, 'service-answer-unreadable'],
    [{ kind: 'token-rejected' }, 'service-token-rejected'],
    [{ kind: 'throttled', retryAfterMs: 1500 }, 'service-throttled'],
    [{ kind: 'refused', reason: 'other', message: 'Нельзя' }, 'service-refused'],
  ])('%j leaves the receipt as it was', async (failure, code) => {
    const till = open(answers({ calculate: async () => fail(failure) }));
    till.desk.scanned(scan(WATER));
    const before = till.desk.state.sale;
    await till.desk.loyalty.calculate(ZERO);
    expect(till.desk.state.sale).toBe(before);
    expect(till.desk.state.notice).toMatchObject({ code, tone: 'error' });
  });

  test('the PIN: asked, wrong, right, paid', async () => {
    const wrong = fail<ServiceFailure>({ kind: 'refused', reason: 'other', message: 'Неверный ПИН' });
    const till = open(answers({ checkPin: inTurn<void>(wrong, ok(undefined)) }));
    await rung(till);
    await till.desk.loyalty.calculate(kopecks(1000));
    expect(await payCash(till)).toEqual(fail({ code: 'pin-required' }));
    expect(await till.desk.loyalty.checkPin('1234')).toEqual(fail({ code: 'pin-not-asked' }));
    await till.desk.loyalty.askPin();
    expect(await till.desk.loyalty.askPin()).toEqual(fail({ code: 'sms-too-soon', params: { seconds: 60 } }));
    expect(await till.desk.loyalty.checkPin('1234')).toEqual(
      fail({ code: 'pin-wrong', params: { message: 'Неверный ПИН' } }),
    );
    expect(await till.desk.loyalty.checkPin('4321')).toEqual(ok(undefined));
    expect(await payCash(till)).toEqual(ok(undefined));
    expect(stage(till)).toBe('written');
  });
});

describe('paying', () => {
  test('is refused with a reason while something is missing', async () => {
    const till = open();
    expect(await payCash(till)).toEqual(fail({ code: 'sale-empty' }));
    till.desk.scanned(scan(WATER));
    expect(await payCash(till)).toEqual(fail({ code: 'not-calculated' }));
    await till.desk.loyalty.calculate(ZERO);
    expect(await till.desk.pay(kopecks(1), { cash: kopecks(1), card: ZERO })).toEqual(fail({ code: 'due-changed' }));
    const sum = kopecks(4990);
    expect(await till.desk.pay(sum, { cash: kopecks(10), card: ZERO })).toEqual(fail({ code: 'payment-not-enough' }));
    expect(await till.desk.pay(sum, { cash: ZERO, card: kopecks(5000) })).toEqual(
      fail({ code: 'payment-card-over-due' }),
    );
  });

  test('queues the slip together with the outcome and forgets who the customer was', async () => {
    const till = open();
    await rung(till);
    await payCash(till);
    expect(till.nextSlip()).toEqual({ blocks: [{ kind: 'text', text: 'receipt 1' }] });
    const next = till.restart();
    expect(next.desk.state.sale).toMatchObject({ number: 2, lines: [], customer: null });
  });

  test('has the printer made ready while the service is asked, and let go when nothing comes of it', async () => {
    const expected: boolean[] = [];
    const refusal = fail<ServiceFailure>({ kind: 'refused', reason: 'other', message: 'Нет такого товара' });
    const till: TestTill = open(
      answers({
        write: async () => {
          expected.push(till.expectsSlip());
          return refusal;
        },
      }),
    );
    await rung(till);
    await payCash(till);
    expect([...expected, till.expectsSlip()]).toEqual([true, false]);
  });

  test('the written receipt stays on the desk until something is entered', async () => {
    const till = open();
    await rung(till);
    await payCash(till);
    expect(stage(till)).toBe('written');
    expect(till.desk.reprint()).toEqual(ok(undefined));
    till.desk.codes.entered('300');
    expect(till.desk.state.sale).toMatchObject({ number: 2, lines: [{ product: { price: 30_000 } }] });
    expect(till.desk.reprint()).toEqual(fail({ code: 'nothing-to-print' }));
  });

  test.each([
    ['written', answers()],
    ['queued', answers({ write: async () => fail({ kind: 'unreachable' }) })],
  ])('a %s receipt whose slip is lost can be printed again as a copy', async (at, loyalty) => {
    const dir = temporaryFolder(onTestFinished);
    const till = openTill(loyalty, onTestFinished, dir);
    await rung(till);
    await payCash(till);
    const { id } = till.desk.state.sale;
    const slip = till.jobs.slipOf(id);
    expect([stage(till), slip === null]).toEqual([at, false]);
    const db = new Database(path.join(dir, 'journal.sqlite'));
    db.exec('DELETE FROM print_job');
    db.close();
    expect(till.desk.reprintOf(id)).toEqual(ok(undefined));
    expect(till.jobs.next('printer', true)).toMatchObject({ kind: 'sale', copy: true, slip });
  });

  test('a receipt that was not paid has no slip', async () => {
    const till = open();
    await rung(till);
    expect(till.desk.reprintOf(till.desk.state.sale.id)).toEqual(fail({ code: 'nothing-to-print' }));
  });
});

describe('exactly once', () => {
  const duplicate = fail<ServiceFailure>({ kind: 'refused', reason: 'duplicate', message: 'Такой чек уже проведен' });
  const refused = fail<ServiceFailure>({ kind: 'refused', reason: 'other', message: 'Расчёт устарел' });

  test('the intent is on the disk before the request leaves', async () => {
    let till: TestTill | undefined;
    let stored: string | undefined;
    till = open(
      answers({
        write: async () => {
          stored = till?.restart().desk.state.sale.stage.at;
          return ok(written);
        },
      }),
    );
    await rung(till);
    await payCash(till);
    expect(stored).toBe('writing');
  });

  test.each<[string, Result<WriteOutcome, ServiceFailure>]>([
    ['a lost answer', fail(LOST)],
    ['«already written»', duplicate],
  ])('after %s the receipt is rolled back and written again with the same request', async (_name, first) => {
    const requests: WriteRequest[] = [];
    const calls: string[] = [];
    const turns = inTurn<WriteOutcome>(first, ok(written));
    const till = open(
      answers({
        write: (request) => {
          calls.push('write');
          requests.push(request);
          return turns();
        },
        rollback: async (receipt) => {
          calls.push(`rollback ${receipt}`);
          return ok(undefined);
        },
      }),
    );
    await rung(till);
    const { id } = till.desk.state.sale;
    await payCash(till);
    expect(calls).toEqual(['write', `rollback ${id}`, 'write']);
    expect(requests[1]).toEqual(requests[0]);
    expect(till.desk.state.sale.stage).toMatchObject({ at: 'written', outcome: written });
    expect(till.desk.state.notice).toMatchObject({ code: 'write-resolved' });
  });

  test('a service that stays away leaves a doubt that survives a restart and ends by itself', async () => {
    const away = answers({ write: async () => fail(LOST), rollback: async () => fail({ kind: 'unreachable' }) });
    const till = open(away);
    await rung(till);
    await payCash(till);
    expect(stage(till)).toBe('in-doubt');
    expect(till.desk.newSale()).toEqual(fail({ code: 'sale-not-open' }));
    till.clock.advance(60_000);
    await settle();
    expect(stage(till)).toBe('in-doubt');

    const absent = fail<ServiceFailure>({ kind: 'refused', reason: 'not-found', message: 'Чек не найден' });
    const back = till.restart(answers({ rollback: async () => absent }));
    expect(stage(back)).toBe('in-doubt');
    await back.desk.start();
    expect(stage(back)).toBe('written');
    expect(back.nextSlip()).not.toBeNull();
  });

  test('a write cut off by a power cut is taken up at start', async () => {
    const till = open(answers({ write: () => new Promise(() => {}) }));
    await rung(till);
    void payCash(till);
    const back = till.restart(answers());
    expect(stage(back)).toBe('writing');
    await back.desk.start();
    expect(stage(back)).toBe('written');
  });

  test('a refusal gives the receipt back as it was, to be calculated anew', async () => {
    const till = open(answers({ write: async () => refused }));
    await rung(till);
    const { lines, customer } = till.desk.state.sale;
    await payCash(till);
    expect(till.desk.state.sale).toMatchObject({ stage: { at: 'open' }, lines, customer, calculation: null });
    expect(till.desk.state.notice).toMatchObject({ code: 'write-refused', params: { message: 'Расчёт устарел' } });
    expect(till.restart().desk.state.sale.stage.at).toBe('open');
  });

  test('a request that never left is no doubt: bonuses chosen, the receipt is open again', async () => {
    const till = open(answers({ write: async () => fail({ kind: 'unreachable' }), identify: async () => ok(unasked) }));
    await rung(till);
    await till.desk.loyalty.calculate(kopecks(1000));
    await payCash(till);
    expect(stage(till)).toBe('open');
    expect(till.desk.state.notice?.code).toBe('offline-no-redemption');
    expect(till.desk.state.outbox.waiting).toBe(0);
  });

  test('a till whose token is wrong takes no receipt', async () => {
    const till = open(answers({ write: async () => fail({ kind: 'token-rejected' }) }));
    await rung(till);
    await payCash(till);
    expect(stage(till)).toBe('open');
    expect(till.desk.state.notice?.code).toBe('service-token-rejected');
  });

  test('once in doubt, «unreachable» proves nothing', async () => {
    const till = open(answers({ write: inTurn<WriteOutcome>(fail(LOST), fail({ kind: 'unreachable' })) }));
    await rung(till);
    await payCash(till);
    expect(stage(till)).toBe('in-doubt');
  });
});

test('an open receipt is there again after a restart, to the line, and the cashier is told to compare', async () => {
  const till = open();
  await rung(till);
  till.desk.setQuantity(1, 3000 as Quantity);
  till.desk.removeLine(2);
  const { sale } = till.desk.state;
  const { state } = till.restart().desk;
  expect(state.sale).toEqual(sale);
  expect(state.notice).toMatchObject({ tone: 'warning', code: 'sale-resumed' });
  expect(sale.lines).toEqual([{ index: 1, product: water, quantity: 3 * ONE }]);
});

test('a new receipt takes the place of a cancelled one, whose number is used up', () => {
  const till = open();
  till.desk.scanned(scan(WATER));
  expect(till.desk.newSale()).toEqual(ok(undefined));
  expect(till.desk.state.sale).toMatchObject({ number: 2, lines: [] });
  expect(till.restart().desk.state).toMatchObject({ sale: { number: 2, lines: [] }, notice: null });
});

test('removing the customer takes the write-off away', async () => {
  const till = open();
  await rung(till);
  await till.desk.loyalty.calculate(kopecks(1000));
  till.desk.removeCustomer();
  expect(till.desk.state.sale).toMatchObject({ customer: null, redemption: 0, calculation: null });
  expect(await till.desk.loyalty.calculate(kopecks(1000))).toEqual(fail({ code: 'no-customer' }));
});

test('a receipt that was emptied again leaves nothing for a later one', async () => {
  const till = open();
  till.desk.scanned(scan(WATER));
  await till.desk.tender.lookUp('CERT-1', '4831');
  await till.desk.tender.addCertificate(kopecks(100));
  till.desk.removeLine(1);
  till.desk.newSale();
  await rung(till);
  await payCash(till);
  expect(till.restart().desk.state.sale).toMatchObject({ lines: [], certificates: [], promo: null });
});

test('a gateway that throws leaves a doubt, not a dead end', async () => {
  const till = open(
    answers({
      write: inTurnOrThrow(),
      rollback: async () => ok(undefined),
    }),
  );
  await rung(till);
  await payCash(till);
  expect(stage(till)).toBe('written');
});

/** Throws once, then the service has the receipt. */
function inTurnOrThrow(): LoyaltyGateway['write'] {
  let first = true;
  return async () => {
    if (!first) return ok(written);
    first = false;
    throw new Error('defect');
  };
}

describe('a service that disagrees', () => {
  const closed = fail<ServiceFailure>({ kind: 'refused', reason: 'other', message: 'Смена закрыта' });

  test('says why, in its own words, and a person may say that it has the receipt', async () => {
    const till = open(answers({ write: async () => fail(LOST), rollback: async () => closed }));
    await rung(till);
    await payCash(till);
    expect(till.desk.state.notice).toMatchObject({ code: 'write-not-resolved', params: { message: 'Смена закрыта' } });
    const { disagreement } = till.desk.state;
    expect(disagreement?.problem).toEqual({ code: 'write-not-resolved', params: { message: 'Смена закрыта' } });
    expect(till.desk.pending.list()).toMatchObject([{ id: disagreement?.entry, number: 1, acceptable: true }]);
    expect(till.desk.pending.accept(disagreement?.entry ?? 0)).toEqual(ok(undefined));
    expect(till.desk.state.sale.stage).toMatchObject({ at: 'written', outcome: { redeemed: 0, accrued: 285 } });
    expect(till.nextSlip()).toEqual({ blocks: [{ kind: 'text', text: 'receipt 1' }] });
    expect(till.desk.state.outbox).toMatchObject({ waiting: 0, dead: 0 });
  });

  test('about a receipt that was parked leaves a dead entry, which can be tried again', async () => {
    let has = true;
    const till = open(
      answers({
        write: async () => (has ? fail(LOST) : ok(written)),
        rollback: async () => (has ? closed : ok(undefined)),
      }),
    );
    await rung(till);
    await payCash(till);
    expect(till.desk.park()).toEqual(ok(undefined));
    till.clock.advance(60_000);
    await settle();
    expect(till.desk.state.outbox).toMatchObject({ waiting: 0, dead: 1 });
    // Nobody repeats it by itself any more: the cashier is told so, and of which receipt.
    expect(till.desk.state.notice).toMatchObject({ code: 'write-undecided', params: { number: 1 } });
    has = false;
    const [entry] = till.desk.pending.list();
    expect(entry?.acceptable).toBe(true);
    expect(till.desk.pending.retry(entry?.id ?? 0)).toEqual(ok(undefined));
    await settle();
    expect(till.desk.state.outbox).toMatchObject({ waiting: 0, dead: 0 });
    expect(till.desk.state.sale.stage).toMatchObject({ at: 'written', outcome: written });
  });
});

describe('a receipt in doubt', () => {
  const away = (): LoyaltyGateway =>
    answers({ write: async () => fail(LOST), rollback: async () => fail({ kind: 'unreachable' }) });

  test('can be left to the outbox: the next customer is served, it is written behind their back', async () => {
    let isBack = false;
    const till = open(
      answers({
        write: async () => (isBack ? ok(written) : fail(LOST)),
        rollback: async () => (isBack ? ok(undefined) : fail({ kind: 'unreachable' })),
      }),
    );
    await rung(till);
    const { id } = till.desk.state.sale;
    await payCash(till);
    expect(till.desk.park()).toEqual(ok(undefined));
    expect(till.nextSlip()).toEqual({ blocks: [{ kind: 'text', text: 'receipt 1 waits' }] });
    till.desk.scanned(scan(WATER));
    expect(till.desk.state.sale).toMatchObject({ number: 2, stage: { at: 'open' } });
    isBack = true;
    till.clock.advance(60_000);
    await settle();
    expect(till.desk.state.outbox.waiting).toBe(0);
    expect(till.desk.returns.find('')).toMatchObject([{ id, number: 1 }]);
    expect(till.desk.state.sale).toMatchObject({ number: 2, lines: [{ quantity: 1000 }] });
  });

  test('can be left while it is being asked about: the desk is free at once, and the answer finds the next receipt alone', async () => {
    const answer = {
      write: (_: Result<WriteOutcome, ServiceFailure>) => {},
      rollback: (_: Result<void, ServiceFailure>) => {},
    };
    let first = true;
    const till = open(
      answers({
        write: () => {
          if (!first) return new Promise((resolve) => (answer.write = resolve));
          first = false;
          return Promise.resolve(fail(LOST));
        },
        rollback: () => new Promise((resolve) => (answer.rollback = resolve)),
      }),
    );
    await rung(till);
    expect(await payCash(till)).toEqual(ok(undefined));
    expect(till.desk.state.busy).toBe('resolving');
    till.desk.scanned(scan(WATER));
    expect(till.desk.park()).toEqual(ok(undefined));
    expect(till.desk.state).toMatchObject({ busy: null, sale: { number: 2, lines: [{ quantity: 1000 }] } });

    // The answer comes while the next receipt is written: that one is neither freed nor put in doubt by it.
    await till.desk.loyalty.calculate(ZERO);
    const next = payCash(till);
    await settle();
    answer.rollback(fail({ kind: 'unreachable' }));
    await settle();
    expect(till.desk.state).toMatchObject({
      busy: 'writing',
      notice: null,
      sale: { number: 2, stage: { at: 'writing' } },
    });
    answer.write(ok(written));
    await next;
    expect(till.desk.state).toMatchObject({ busy: null, sale: { number: 2, stage: { at: 'written' } } });
    expect(till.desk.state.outbox.waiting).toBe(1);
  });

  test('that the service refuses when its cashier asks late is told, and waits for a person', async () => {
    const refused = fail<ServiceFailure>({ kind: 'refused', reason: 'other', message: 'Клиент заблокирован' });
    const unanswered = fail<ServiceFailure>({ kind: 'unreachable' });
    const till = open(
      answers({
        write: inTurn<WriteOutcome>(fail(LOST), refused),
        rollback: inTurn<void>(unanswered, ok(undefined)),
      }),
    );
    await rung(till);
    await payCash(till);
    expect(stage(till)).toBe('in-doubt');
    till.desk.stop();
    till.clock.advance(11 * 60_000);
    await till.desk.resolve();
    expect(till.desk.state).toMatchObject({
      notice: { code: 'write-refused-late', params: { number: 1 } },
      outbox: { waiting: 0, dead: 1 },
    });
  });

  test('can be cancelled: it is deleted at the service once that can be asked', async () => {
    const deleted: string[] = [];
    let isBack = false;
    const till = open(
      answers({
        write: async () => fail(LOST),
        rollback: async (receipt) => {
          if (!isBack) return fail({ kind: 'unreachable' });
          deleted.push(receipt);
          return ok(undefined);
        },
      }),
    );
    await rung(till);
    const { id } = till.desk.state.sale;
    await payCash(till);
    expect(till.desk.abandon()).toEqual(ok(undefined));
    expect(till.desk.state.sale).toMatchObject({ number: 2, stage: { at: 'open' }, lines: [] });
    expect(till.desk.pending.list()).toMatchObject([{ kind: 'receipt-rollback', number: 1 }]);
    await settle();
    isBack = true;
    till.clock.advance(60_000);
    await settle();
    expect(deleted).toEqual([id]);
    expect(till.desk.state.outbox.waiting).toBe(0);
    expect(till.restart().desk.returns.find('')).toEqual([]);
  });

  test('is asked about while it stands on the desk, and nothing else is a doubt', async () => {
    const till = open(away());
    await rung(till);
    expect([till.desk.park(), till.desk.abandon()]).toEqual([
      fail({ code: 'sale-not-open' }),
      fail({ code: 'sale-not-open' }),
    ]);
    await payCash(till);
    expect(till.desk.shifts.close(true)).toEqual(fail({ code: 'shift-receipt-open' }));
    expect(till.desk.held.hold()).toEqual(fail({ code: 'sale-not-open' }));
  });
});

test('two receipts in doubt do not hasten each other', async () => {
  let writes = 0;
  const till = open(
    answers({
      async write() {
        writes += 1;
        return fail(LOST);
      },
      rollback: async () => ok(undefined),
    }),
  );
  for (const _receipt of [1, 2]) {
    await rung(till);
    await payCash(till);
    till.desk.park();
    till.desk.newSale();
  }
  const before = writes;
  for (let turn = 0; turn < 50; turn++) await settle();
  expect(writes).toBe(before);
});

test('goods scanned for the next customer do not join a receipt that is refused', async () => {
  let refuse: () => void = () => {};
  const refused = fail<ServiceFailure>({ kind: 'refused', reason: 'other', message: 'Расчёт устарел' });
  const till = open(answers({ write: () => new Promise((resolve) => (refuse = () => resolve(refused))) }));
  await rung(till);
  const paying = payCash(till);
  till.desk.scanned(scan(WATER));
  refuse();
  await paying;
  expect(till.desk.state.sale).toMatchObject({ number: 1, stage: { at: 'open' }, lines: [{ quantity: 1000 }, {}] });
  till.desk.newSale();
  expect(till.desk.state.sale).toMatchObject({ number: 2, lines: [{ quantity: 1000 }] });
});

test('a write that arrives after its receipt was cancelled is deleted all the same', async () => {
  let atService = false;
  const absent = fail<ServiceFailure>({ kind: 'refused', reason: 'not-found', message: 'Чек не найден' });
  const till = open(
    answers({
      write: async () => fail(LOST),
      async rollback() {
        if (!atService) return absent;
        atService = false;
        return ok(undefined);
      },
    }),
  );
  await rung(till);
  await payCash(till);
  till.desk.abandon();
  await settle();
  atService = true;
  till.clock.advance(60_000);
  await settle();
  expect(atService).toBe(false);
  expect(till.desk.state.outbox.waiting).toBe(0);
});

describe('held receipts', () => {
  test('make room for the next customer and come back as they were', async () => {
    const till = open();
    await rung(till);
    const { lines, customer } = till.desk.state.sale;
    expect(till.desk.held.hold()).toEqual(ok(undefined));
    expect(till.desk.state.sale).toMatchObject({ number: 2, lines: [], customer: null });
    const back = till.restart();
    const [held] = back.desk.state.held;
    expect(held).toMatchObject({ number: 1, lines, customer });
    back.desk.scanned(scan(WATER));
    expect(held && back.desk.held.takeBack(held.id)).toEqual(ok(undefined));
    expect(back.desk.state.sale).toMatchObject({
      number: 1,
      lines,
      customer,
      calculation: null,
      stage: { at: 'open' },
    });
    expect(back.desk.state.held).toMatchObject([{ number: 2, lines: [{ quantity: 1000 }] }]);
  });

  test('an empty receipt is none to hold, and gives way to one that comes back', async () => {
    const till = open();
    expect(till.desk.held.hold()).toEqual(fail({ code: 'sale-empty' }));
    till.desk.scanned(scan(WATER));
    const { id } = till.desk.state.sale;
    till.desk.held.hold();
    expect(till.desk.held.takeBack(id)).toEqual(ok(undefined));
    expect(till.desk.held.takeBack(id)).toEqual(fail({ code: 'receipt-not-held' }));
    expect([till.desk.state.sale.number, till.desk.state.held]).toEqual([1, []]);
  });
});

describe('shifts', () => {
  test('close with what is unsent or held only by somebody who knows of it', async () => {
    const till = open();
    expect(till.desk.shifts.close(true)).toEqual(fail({ code: 'shift-not-open' }));
    expect(till.desk.shifts.open()).toEqual(ok(undefined));
    expect(till.desk.shifts.open()).toEqual(fail({ code: 'shift-open-already' }));
    till.desk.scanned(scan(WATER));
    expect(till.desk.shifts.close(true)).toEqual(fail({ code: 'shift-receipt-open' }));
    till.desk.held.hold();
    expect(till.desk.shifts.close(false)).toEqual(fail({ code: 'shift-unsent', params: { pending: 0, held: 1 } }));
    expect(till.desk.shifts.close(true)).toEqual(ok(undefined));
    expect(till.desk.state.shift).toBeNull();
    expect(till.desk.state.notice).toMatchObject({ code: 'shift-closed', params: { number: 1 } });
    expect(till.nextSlip()).toEqual({ blocks: [{ kind: 'text', text: 'z 1' }] });
  });

  test('X prints what there is so far', () => {
    const till = open();
    expect(till.desk.shifts.printX()).toEqual(fail({ code: 'shift-not-open' }));
    till.desk.shifts.open();
    expect(till.desk.shifts.printX()).toEqual(ok(undefined));
    expect(till.nextSlip()).toEqual({ blocks: [{ kind: 'text', text: 'x 1' }] });
  });

  test('Z is printed when it closes, and from then on as a copy', () => {
    const till = open();
    till.desk.shifts.open();
    till.desk.shifts.close(true);
    expect(till.jobs.next('printer', true)?.copy).toBe(false);
    till.printSlip();
    expect(till.desk.shifts.printZ(2)).toEqual(fail({ code: 'nothing-to-print' }));
    expect(till.desk.shifts.printZ(1)).toEqual(ok(undefined));
    expect(till.jobs.next('printer', true)).toMatchObject({
      copy: true,
      slip: { blocks: [{ kind: 'text', text: 'z 1' }] },
    });
  });

  test('the first receipt opens one, and the screen knows', async () => {
    const till = open();
    await rung(till);
    expect(till.desk.state.shift).toBeNull();
    await payCash(till);
    expect(till.desk.state.shift).toMatchObject({ number: 1 });
  });
});

test('bonuses cut by a later calculation are told too', async () => {
  let limit = kopecks(1500);
  const till = open(answers({ calculate: async (request) => ok(calculationOf(request, limit)) }));
  await rung(till);
  await till.desk.loyalty.calculate(kopecks(1000));
  limit = kopecks(300);
  await till.desk.tender.enterPromo(GOOD_PROMO);
  expect(till.desk.state.notice).toMatchObject({ code: 'redemption-clamped', params: { wanted: 1000, allowed: 300 } });
});
