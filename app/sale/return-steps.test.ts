import { describe, expect, onTestFinished, test } from 'vitest';
import { kopecks, ZERO } from '../domain/money.ts';
import type { Quantity } from '../domain/quantity.ts';
import type { ReceiptId } from '../domain/receipt.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import { bag, NO_RULES, water } from '../testing/fixtures.ts';
import { temporaryFolder } from '../testing/folder.ts';
import { answers, inTurn, openTill, type TestTill } from '../testing/till.ts';
import type { ReturnPolicy } from './outbox/return-courier.ts';
import type { ReturnOutcome, ReturnRequest, ServiceFailure } from './ports.ts';

const LOST = fail<ServiceFailure>({ kind: 'lost', cause: 'timeout' });
const outcome: ReturnOutcome = { restored: ZERO, withdrawn: kopecks(250), balance: null, text: [] };
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** A till with one written receipt of two bottles and a bag. */
async function sold(loyalty = answers(), policy: ReturnPolicy = 'ask'): Promise<{ till: TestTill; id: ReceiptId }> {
  const till = openTill(loyalty, onTestFinished, temporaryFolder(onTestFinished), NO_RULES, 'queue', null, policy);
  for (const barcode of [water.barcode, water.barcode, bag.barcode])
    till.desk.scanned({ text: barcode ?? '', source: 'serial', at: 0 });
  await till.desk.loyalty.calculate(ZERO);
  const sum = kopecks(10_680);
  await till.desk.pay(sum, { cash: sum, card: ZERO });
  till.printSlip();
  return { till, id: till.desk.state.sale.id };
}

const pieces = (index: number, count: number) => ({ index, quantity: (count * 1_000) as Quantity });

describe('a return', () => {
  test('of part names the lines, of the whole names none; each has a slip', async () => {
    const requests: ReturnRequest[] = [];
    const { till, id } = await sold(
      answers({
        returnReceipt: async (request) => {
          requests.push(request);
          return ok(outcome);
        },
      }),
    );
    expect(till.desk.returns.preview(id, [pieces(1, 1)])).toEqual(
      ok({ cash: 4_990, card: 0, certificates: 0, bonuses: 0 }),
    );
    expect(await till.desk.returns.write(id, [pieces(1, 1)])).toEqual(ok(undefined));
    expect(requests[0]).toMatchObject({ receiptId: id, lines: [{ index: 1, quantity: 1_000 }] });
    expect(till.nextSlip()).toEqual({ blocks: [{ kind: 'text', text: 'return of 1 of 1' }] });
    expect(await till.desk.returns.write(id, [pieces(1, 2)])).toEqual(fail({ code: 'return-more-than-sold' }));

    const whole = await sold(
      answers({
        returnReceipt: async (request) => {
          requests.push(request);
          return ok(outcome);
        },
      }),
    );
    await whole.till.desk.returns.write(whole.id, [pieces(1, 2), pieces(2, 1)]);
    expect(requests[1]?.lines).toEqual([]);
  });

  test('is found by number and by the last digits of the phone', async () => {
    const { till } = await sold();
    expect(till.desk.returns.find('').map((receipt) => receipt.number)).toEqual([1]);
    expect(till.desk.returns.find('1')).toHaveLength(1);
    expect(till.desk.returns.find('2')).toHaveLength(0);
    expect(till.desk.returns.find('%')).toHaveLength(1);
  });

  test('that the service refuses can be tried again', async () => {
    const refused = fail<ServiceFailure>({ kind: 'refused', reason: 'other', message: 'Чек старше 30 дней' });
    const { till, id } = await sold(answers({ returnReceipt: inTurn<ReturnOutcome>(refused, ok(outcome)) }));
    expect(await till.desk.returns.write(id, [pieces(2, 1)])).toEqual(
      fail({ code: 'return-refused', params: { message: 'Чек старше 30 дней' } }),
    );
    expect(await till.desk.returns.write(id, [pieces(2, 1)])).toEqual(ok(undefined));
  });

  test('of a receipt that is not there is refused', async () => {
    const { till } = await sold();
    expect(await till.desk.returns.write('nope' as ReceiptId, [pieces(1, 1)])).toEqual(
      fail({ code: 'receipt-not-found' }),
    );
  });
});

describe('exactly once, at a service that is known to take one return once', () => {
  test('a lost answer leaves a doubt; the same request is sent again and a duplicate counts as done', async () => {
    const ids: string[] = [];
    const duplicate = fail<ServiceFailure>({
      kind: 'refused',
      reason: 'duplicate',
      message: 'Такой возврат уже проведен',
    });
    const turns = inTurn<ReturnOutcome>(LOST, duplicate);
    const { till, id } = await sold(
      answers({
        returnReceipt: (request) => {
          ids.push(request.id);
          return turns();
        },
      }),
      'repeat',
    );
    expect(await till.desk.returns.write(id, [pieces(1, 1)])).toEqual(
      fail({ code: 'return-outcome-unknown', params: { number: 1 } }),
    );
    expect(till.desk.state.outbox.returnOf).toBe(1);
    // The next return of the same receipt waits for this one.
    expect(await till.desk.returns.write(id, [pieces(2, 1)])).toEqual(fail({ code: 'busy' }));
    till.clock.advance(4_000);
    await settle();
    expect(ids).toEqual([ids[0], ids[0]]);
    expect(till.desk.state).toMatchObject({ outbox: { returnOf: null }, notice: { code: 'return-written' } });
    expect(till.desk.returns.find('')[0]?.returned).toEqual(new Map([[1, 1_000]]));
  });

  test('a service that says when to come again is asked then', async () => {
    const later = fail<ServiceFailure>({ kind: 'lost', cause: 'server-error', retryAfterMs: 90_000 });
    const { till, id } = await sold(answers({ returnReceipt: inTurn<ReturnOutcome>(later, ok(outcome)) }), 'repeat');
    await till.desk.returns.write(id, [pieces(1, 1)]);
    till.clock.advance(89_999);
    await settle();
    expect(till.desk.state.outbox.returnOf).toBe(1);
    till.clock.advance(1);
    await settle();
    expect(till.desk.state.outbox.returnOf).toBeNull();
  });

  test('behind one that was refused later another waits for the person who decides about that one', async () => {
    const refused = fail<ServiceFailure>({ kind: 'refused', reason: 'other', message: 'Чек старше 30 дней' });
    const { till, id } = await sold(
      answers({ returnReceipt: inTurn<ReturnOutcome>(LOST, refused, ok(outcome)) }),
      'repeat',
    );
    await till.desk.returns.write(id, [pieces(1, 1)]);
    till.clock.advance(4_000);
    await settle();
    expect(till.desk.state).toMatchObject({
      outbox: { dead: 1 },
      notice: { code: 'return-refused-late', params: { number: 1, message: 'Чек старше 30 дней' } },
    });
    expect(await till.desk.returns.write(id, [pieces(2, 1)])).toEqual(
      fail({ code: 'return-blocked', params: { number: 1 } }),
    );
    const [dead] = till.desk.pending.list();
    expect(till.desk.pending.setAside(dead?.id ?? 0)).toEqual(ok(undefined));
    expect(await till.desk.returns.write(id, [pieces(2, 1)])).toEqual(ok(undefined));
    expect(till.desk.returns.find('')[0]?.returned).toEqual(new Map([[2, 1_000]]));
  });

  test('a return cut off by a power cut is taken up at start', async () => {
    const { till, id } = await sold(answers({ returnReceipt: () => new Promise(() => {}) }), 'repeat');
    void till.desk.returns.write(id, [pieces(2, 1)]);
    const back = till.restart(answers({ returnReceipt: async () => ok(outcome) }));
    await back.desk.start();
    await settle();
    expect(back.desk.state.outbox.returnOf).toBeNull();
    expect(back.desk.returns.find('')[0]?.returned).toEqual(new Map([[2, 1_000]]));
  });

  test('what cannot be read twice is not repeated by itself any more', async () => {
    let sent = 0;
    const unreadable = fail<ServiceFailure>({ kind: 'lost', cause: 'unreadable' });
    const { till, id } = await sold(
      answers({
        async returnReceipt() {
          sent += 1;
          return unreadable;
        },
      }),
      'repeat',
    );
    await till.desk.returns.write(id, [pieces(1, 1)]);
    for (let minute = 0; minute < 5; minute += 1) {
      till.clock.advance(60_000);
      await settle();
    }
    expect(sent).toBe(2);
    expect(till.desk.state.outbox).toMatchObject({ dead: 1, askedReturn: { number: 1 } });
  });
});

describe('a return whose answer is lost, at a service that may count it twice', () => {
  const causes = ['timeout', 'dropped', 'server-error', 'unreadable'] as const;
  const undecided = fail({ code: 'return-undecided', params: { number: 1 } });

  /** A till whose only return was lost, and what it sends from then on. */
  async function lost(cause: (typeof causes)[number], next: () => Promise<Result<ReturnOutcome, ServiceFailure>>) {
    const sent: ReturnRequest[] = [];
    const { till, id } = await sold(
      answers({
        async returnReceipt(request) {
          sent.push(request);
          return sent.length === 1 ? fail({ kind: 'lost', cause }) : next();
        },
      }),
    );
    const done = await till.desk.returns.write(id, [pieces(1, 1)]);
    return { till, id, sent, done };
  }

  const asked = ({ desk }: TestTill) => desk.state.outbox.askedReturn;

  test.each(causes)('by %s is asked about, and never sent again by itself', async (cause) => {
    const { till, id, sent, done } = await lost(cause, async () => ok(outcome));
    expect(done).toEqual(undecided);
    expect(asked(till)).toMatchObject({ number: 1 });
    till.clock.advance(3_600_000);
    await settle();
    // The service has answered something else meanwhile.
    till.desk.codes.entered('89141234567');
    await settle();
    const back = till.restart();
    await back.desk.start();
    back.clock.advance(60_000);
    await settle();
    expect(sent).toHaveLength(1);
    expect(asked(back)).toMatchObject({ number: 1 });
    // It holds up the returns of this receipt, and nothing else.
    expect(await back.desk.returns.write(id, [pieces(2, 1)])).toEqual(
      fail({ code: 'return-blocked', params: { number: 1 } }),
    );
  });

  test('is there: it is concluded by the refund that the till knows', async () => {
    const { till, id, sent } = await lost('timeout', async () => ok(outcome));
    expect(till.desk.pending.list()).toMatchObject([{ kind: 'receipt-return', acceptable: true, deniable: true }]);
    expect(till.desk.pending.accept(asked(till)?.entry ?? 0)).toEqual(ok(undefined));
    expect(till.desk.state).toMatchObject({
      notice: { code: 'return-written', params: { number: 1, cash: 4990 } },
      outbox: { waiting: 0, dead: 0, askedReturn: null },
    });
    expect(till.nextSlip()).toEqual({ blocks: [{ kind: 'text', text: 'return of 1 of 1' }] });
    expect(till.desk.returns.find('')[0]?.returned).toEqual(new Map([[1, 1_000]]));
    expect(till.desk.shifts.report()).toMatchObject({ returns: { count: 1, cash: 4990 } });
    expect([sent.length, id]).toEqual([1, sent[0]?.receiptId]);
  });

  test('is not there: it is sent once more, under its own number', async () => {
    const { till, sent } = await lost('unreadable', async () => ok(outcome));
    expect(till.desk.pending.deny(asked(till)?.entry ?? 0)).toEqual(ok(undefined));
    await settle();
    expect(sent[1]).toEqual(sent[0]);
    expect(till.desk.state).toMatchObject({
      notice: { code: 'return-written' },
      outbox: { dead: 0, askedReturn: null },
    });
  });

  test('is lost once more: it is asked about once more', async () => {
    const { till, sent } = await lost('dropped', async () => LOST);
    till.desk.pending.deny(asked(till)?.entry ?? 0);
    await settle();
    expect([sent.length, asked(till)?.number]).toEqual([2, 1]);
  });

  test('is refused then, perhaps for the first one was counted: both answers stay', async () => {
    const refused = fail<ServiceFailure>({ kind: 'refused', reason: 'other', message: 'Нечего возвращать' });
    const { till } = await lost('dropped', async () => refused);
    till.desk.pending.deny(asked(till)?.entry ?? 0);
    await settle();
    expect(till.desk.state.notice).toMatchObject({
      code: 'return-refused-late',
      params: { message: 'Нечего возвращать' },
    });
    expect(till.desk.pending.list()).toMatchObject([{ state: 'dead', acceptable: true, deniable: true }]);
  });

  test('is left for later: nothing asks at the till, the list still has it, and so has the next start', async () => {
    const { till } = await lost('timeout', async () => ok(outcome));
    const entry = asked(till)?.entry ?? 0;
    expect(till.desk.pending.leave(entry)).toEqual(ok(undefined));
    expect(asked(till)).toBeNull();
    expect(till.desk.pending.list()).toMatchObject([{ id: entry, acceptable: true }]);
    expect(asked(till.restart())).toEqual({ entry, number: 1 });
  });

  test('was cut off by a power cut: nobody knows whether it left', async () => {
    let sent = 0;
    const { till, id } = await sold(answers({ returnReceipt: () => new Promise(() => {}) }));
    void till.desk.returns.write(id, [pieces(2, 1)]);
    const back = till.restart(
      answers({
        async returnReceipt() {
          sent += 1;
          return ok(outcome);
        },
      }),
    );
    await back.desk.start();
    await settle();
    expect([sent, asked(back)?.number]).toEqual([0, 1]);
  });
});
