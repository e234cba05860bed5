import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { kopecks, ZERO } from '../../domain/money.ts';
import type { Problem } from '../../domain/problem.ts';
import type { Quantity } from '../../domain/quantity.ts';
import { type Line, lineTotal } from '../../domain/receipt.ts';
import { refund, returnable } from '../../domain/receipt-return.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import { bag, water } from '../../testing/fixtures.ts';
import { answers, inTurn, openTill, type TestTill, written } from '../../testing/till.ts';
import type { LoyaltyGateway, ServiceFailure, WriteRequest } from '../ports.ts';
import { due, type WriteOutcome } from '../sale.ts';
import type { Decision } from './benefit-decisions.ts';
import type { BenefitSettings } from './benefit-state.ts';
import { BREAD, ecs, SOCIAL_CARD } from './fixture.ts';
import type { BenefitConfirmation, BenefitFailure, BenefitGateway } from './ports.ts';

const TAKEN: Result<void, BenefitFailure> = ok(undefined);
const LOST: Result<void, BenefitFailure> = fail({ kind: 'lost', cause: 'timeout' });
const DOWN: Result<void, BenefitFailure> = fail({ kind: 'unreachable' });
const refused = (reason: 'already-confirmed' | 'other'): Result<void, BenefitFailure> =>
  fail({ kind: 'refused', reason, message: 'Не принято' });

let confirmations: BenefitConfirmation[];
beforeEach(() => {
  confirmations = [];
});

/** Answers confirmations in turn, and notes them. */
function confirming(...outcomes: Result<void, BenefitFailure>[]): Pick<BenefitGateway, 'confirm'> {
  const next = inTurn(...(outcomes.length > 0 ? outcomes : [TAKEN]));
  return {
    async confirm(confirmation) {
      confirmations.push(confirmation);
      return next();
    },
  };
}

/** A till with water and a bag on the receipt, and a benefit that was found. */
async function found(
  gateway: Partial<BenefitGateway> = confirming(),
  settings: Partial<BenefitSettings> = {},
  loyalty: LoyaltyGateway = answers(),
): Promise<TestTill> {
  const till = openTill(loyalty, onTestFinished, undefined, undefined, 'queue', ecs(gateway, settings));
  till.desk.scanned({ text: water.barcode ?? '', source: 'serial', at: 0 });
  till.desk.scanned({ text: bag.barcode ?? '', source: 'serial', at: 0 });
  const steps = till.desk.benefits?.steps;
  await steps?.services();
  steps?.choose(BREAD.id);
  steps?.card(SOCIAL_CARD, null);
  await steps?.check(settings.connection === 3 ? kopecks(4990) : null);
  return till;
}

const decision = (change: Partial<Decision> = {}): Decision => ({
  caseId: 1,
  categoryId: 12,
  price: null,
  discountedPrice: null,
  onto: null,
  ...change,
});

const decisions = (till: TestTill) => {
  const { benefits } = till.desk;
  if (!benefits) throw new Error('no benefits');
  return benefits.decisions;
};

const stages = ({ desk }: TestTill) => desk.state.benefits?.cases.map(({ stage }) => stage);
/** Pays what is on the desk. */
async function payAll({ desk }: TestTill): Promise<void> {
  await desk.loyalty.calculate(ZERO);
  const sum = due(desk.state.sale);
  await desk.pay(sum, { cash: sum, card: ZERO });
  await settle();
}

const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
const code = (done: Result<unknown, Problem>): string | null => (done.ok ? null : done.error.code);

describe('a service that is given', () => {
  test('is confirmed, with the prices and a slip, and the holder forgotten', async () => {
    const till = await found();
    const done = decisions(till).give(decision({ price: kopecks(10_000), discountedPrice: kopecks(9_000) }));
    expect([done, stages(till)]).toEqual([ok(undefined), ['confirming']]);
    await settle();
    expect(confirmations).toEqual([
      { transactionId: 700_005, clientId: 5_001, benefitCategoryId: 12, price: 10_000, discountedPrice: 9_000 },
    ]);
    expect(till.desk.state.benefits?.cases).toMatchObject([{ stage: 'confirmed', clientId: null }]);
    expect(till.nextSlip()).toEqual({ blocks: [{ kind: 'text', text: 'benefit 1: Многодетная семья' }] });
    expect(till.desk.state.outbox).toMatchObject({ waiting: 0, dead: 0 });
  });

  test('is over with type 3: nobody has to be told', async () => {
    const till = await found(confirming(), { connection: 3 });
    decisions(till).give(decision());
    await settle();
    expect(stages(till)).toEqual(['given']);
    expect(confirmations).toEqual([]);
    expect(till.nextSlip()).not.toBeNull();
  });

  test.each<[string, Result<void, BenefitFailure>[], number]>([
    ['lost on the way', [LOST, ok(undefined)], 2],
    ['lost after it had taken effect', [LOST, refused('already-confirmed')], 2],
    ['not sent, for the ЕЦС was down', [DOWN, DOWN, ok(undefined)], 3],
  ])('is confirmed in the end when the confirmation was %s', async (_name, outcomes, times) => {
    const till = await found(confirming(...outcomes));
    decisions(till).give(decision());
    await settle();
    expect(stages(till)).toEqual(['confirming']);
    expect(till.desk.state.outbox.waiting).toBe(1);
    for (let again = 1; again < times; again++) {
      till.clock.advance(60_000);
      await settle();
    }
    expect(stages(till)).toEqual(['confirmed']);
    expect(confirmations).toHaveLength(times);
    expect(new Set(confirmations.map((one) => JSON.stringify(one))).size).toBe(1);
  });

  test('is confirmed as soon as the ЕЦС answers anything again', async () => {
    const till = await found(confirming(DOWN, ok(undefined)));
    decisions(till).give(decision());
    await settle();
    expect(stages(till)).toEqual(['confirming']);
    const steps = till.desk.benefits?.steps;
    steps?.card(SOCIAL_CARD, null);
    await steps?.check(null);
    await settle();
    expect(stages(till)).toEqual(['found', 'confirmed']);
  });

  test('is confirmed after a power cut', async () => {
    const till = await found(confirming(LOST, ok(undefined)));
    decisions(till).give(decision());
    const again = till.restart();
    expect(stages(again)).toEqual(['confirming']);
    await again.desk.start();
    await settle();
    expect(stages(again)).toEqual(['confirmed']);
  });

  test('that the ЕЦС refuses waits for a person, who may have it tried again or give it up', async () => {
    const till = await found(confirming(refused('other')));
    decisions(till).give(decision());
    await settle();
    expect(till.desk.state.notice).toMatchObject({ code: 'benefit-confirmation-rejected', tone: 'error' });
    expect(till.desk.state.benefits?.deliveries.get(1)).toMatchObject({ dead: true });
    const [row] = till.desk.pending.list();
    expect(row).toMatchObject({ kind: 'benefit-confirmation', number: null, state: 'dead' });
    till.desk.pending.retry(row?.id ?? 0);
    await settle();
    expect(confirmations).toHaveLength(2);
    expect(till.desk.pending.setAside(row?.id ?? 0).ok).toBe(true);
    expect(till.desk.state.benefits?.cases).toMatchObject([{ stage: 'failed', clientId: null }]);
  });

  test('whose answer cannot be read twice is not sent again by itself; a person looks, and it is confirmed', async () => {
    const till = await found(confirming(fail({ kind: 'lost', cause: 'unreadable' })));
    decisions(till).give(decision());
    for (let minute = 0; minute < 5; minute += 1) {
      await settle();
      till.clock.advance(60_000);
    }
    await settle();
    expect(confirmations).toHaveLength(2);
    expect(till.desk.state.notice?.code).toBe('benefit-confirmation-unclear');
    const [row] = till.desk.pending.list();
    expect(row).toMatchObject({ state: 'dead', acceptable: true, deniable: false });
    expect(till.desk.pending.accept(row?.id ?? 0)).toEqual(ok(undefined));
    expect([stages(till), till.desk.pending.list()]).toEqual([['confirmed'], []]);
  });

  test('is decided on once', async () => {
    const till = await found();
    decisions(till).give(decision());
    expect(code(decisions(till).give(decision()))).toBe('benefit-case-gone');
    expect(code(decisions(till).decline(1))).toBe('benefit-case-gone');
    expect(code(decisions(till).give(decision({ caseId: 9 })))).toBe('benefit-case-gone');
  });

  test.each<[string, Partial<Decision>]>([
    ['a price above the usual one', { price: kopecks(100), discountedPrice: kopecks(101) }],
    ['a lower price of nothing', { discountedPrice: kopecks(100) }],
    ['a discount on the receipt without prices', { onto: { line: 1 } }],
    ['a category that was not found', { categoryId: 99 }],
    ['no difference to take off', { price: kopecks(100), discountedPrice: kopecks(100), onto: { line: 1 } }],
    ['more than the line costs', { price: kopecks(9_000), discountedPrice: ZERO, onto: { line: 2 } }],
  ])('%s is refused, and the case stays open', async (_name, change) => {
    const till = await found();
    expect(code(decisions(till).give(decision(change)))).toBe('benefit-price-wrong');
    expect(stages(till)).toEqual(['found']);
    expect(till.nextSlip()).toBeNull();
  });
});

describe('a service that is declined', () => {
  test('ends here where the ЕЦС is not told', async () => {
    const told: number[] = [];
    const refuse: BenefitGateway['refuse'] = async (id) => {
      told.push(id);
      return ok('told');
    };
    const till = await found({ refuse });
    expect(decisions(till).decline(1)).toEqual(ok(undefined));
    await settle();
    expect([stages(till), told, till.desk.state.outbox.waiting]).toEqual([['declined'], [], 0]);
    expect(till.nextSlip()).toBeNull();
  });

  test('is told where the profile says so, again and again until it is', async () => {
    const told: number[] = [];
    const outcomes = inTurn<'told', BenefitFailure>(fail({ kind: 'unreachable' }), ok('told'));
    const refuse = async (id: number) => {
      told.push(id);
      return outcomes();
    };
    const till = await found({ refuse }, { tellsRefusals: true });
    decisions(till).decline(1);
    await settle();
    expect(till.desk.state.outbox.waiting).toBe(1);
    till.clock.advance(60_000);
    await settle();
    expect([told, till.desk.state.outbox.waiting]).toEqual([[700_005, 700_005], 0]);
  });
});

describe('on the receipt', () => {
  const onLine = decision({ price: kopecks(4990), discountedPrice: kopecks(4491), onto: { line: 1 } });

  test('the difference lowers the price of the line, and the service is sent that price', async () => {
    const sent: (readonly Line[])[] = [];
    const write = async ({ lines }: WriteRequest) => {
      sent.push(lines);
      return ok(written);
    };
    const till = await found(confirming(), {}, answers({ write }));
    expect(decisions(till).give(onLine)).toEqual(ok(undefined));
    const { sale } = till.desk.state;
    expect(sale.lines).toMatchObject([{ product: { price: 4491 }, benefit: { caseId: 1, price: 4990 } }, {}]);
    expect(sale.lines[1]?.benefit).toBeUndefined();
    expect(till.desk.state.benefits?.cases).toMatchObject([{ stage: 'taken', receipt: sale.id }]);
    await settle();
    expect([confirmations, till.nextSlip(), till.desk.state.outbox.waiting]).toEqual([[], null, 0]);
    await till.desk.loyalty.calculate(ZERO);
    const sum = kopecks(4491 + 700);
    await till.desk.pay(sum, { cash: sum, card: ZERO });
    expect(till.desk.state.sale.stage.at).toBe('written');
    await settle();
    expect(till.desk.state.benefits?.cases).toMatchObject([{ stage: 'confirmed', receipt: sale.id }]);
    expect(sent).toMatchObject([[{ product: { code: 'W15', price: 4491 } }, { product: { code: 'BAG', price: 700 } }]]);
    const [receipt] = till.desk.returns.find('');
    expect(receipt && refund(receipt, returnable(receipt))).toMatchObject({ cash: sum });
  });

  test('it stays there over a restart', async () => {
    const till = await found();
    decisions(till).give(onLine);
    expect(till.restart().desk.state.sale).toEqual(till.desk.state.sale);
  });

  const LEAVING: readonly [string, (till: TestTill) => void][] = [
    ['is taken off', (till) => expect(decisions(till).takeOff(1)).toEqual(ok(undefined))],
    ['goes with its line', (till) => expect(till.desk.removeLine(1)).toEqual(ok(undefined))],
    ['goes with its receipt', (till) => expect(till.desk.newSale()).toEqual(ok(undefined))],
  ];

  test.each(
    ([1, 3] as const).flatMap((connection) => LEAVING.map(([name, leave]) => [name, connection, leave] as const)),
  )('that it %s, with type %i, leaves the case to the cashier again', async (_name, connection, leave) => {
    const till = await found(confirming(), { connection });
    decisions(till).give(onLine);
    expect(stages(till)).toEqual(['taken']);
    leave(till);
    expect(stages(till)).toEqual(['found']);
    expect(code(decisions(till).takeOff(1))).toBe('benefit-not-applied');
    till.desk.scanned({ text: water.barcode ?? '', source: 'serial', at: 0 });
    const { lines } = till.desk.state.sale;
    const again = { ...onLine, price: kopecks(4990), onto: { line: lines.at(-1)?.index ?? 0 } };
    expect([decisions(till).give(again), stages(till)]).toEqual([ok(undefined), ['taken']]);
    till.desk.newSale();
    expect([decisions(till).decline(1), stages(till)]).toEqual([ok(undefined), ['declined']]);
    await settle();
    expect([confirmations, till.nextSlip()]).toEqual([[], null]);
  });

  test('it goes with a receipt that is put aside, and is confirmed when that is paid', async () => {
    const till = await found();
    decisions(till).give(onLine);
    const { id } = till.desk.state.sale;
    till.desk.held.hold();
    expect(stages(till)).toEqual(['taken']);
    till.desk.held.takeBack(id);
    await payAll(till);
    expect([stages(till), confirmations.length]).toEqual([['confirmed'], 1]);
  });

  test('a receipt that its service refuses keeps it, and it is confirmed once that is written', async () => {
    const no: Result<WriteOutcome, ServiceFailure> = fail({ kind: 'refused', reason: 'other', message: 'Нет' });
    const write = inTurn(no, ok(written));
    const till = await found(confirming(), {}, answers({ write }));
    decisions(till).give(onLine);
    await payAll(till);
    expect([stages(till), confirmations]).toEqual([['taken'], []]);
    await payAll(till);
    expect([stages(till), confirmations.length]).toEqual([['confirmed'], 1]);
    expect(till.desk.state.outbox).toMatchObject({ waiting: 0, dead: 0 });
  });

  test('a receipt that waits for its service does not keep the ЕЦС waiting', async () => {
    const till = await found(confirming(), {}, answers({ write: async () => fail({ kind: 'unreachable' }) }));
    decisions(till).give(onLine);
    await payAll(till);
    expect([till.desk.state.sale.stage.at, stages(till)]).toEqual(['queued', ['confirmed']]);
    expect([confirmations.length, till.desk.state.outbox.waiting]).toEqual([1, 1]);
  });

  test('the customer of a receipt in doubt who has the money back has no benefit either', async () => {
    const till = await found(
      confirming(),
      {},
      answers({
        write: async () => fail({ kind: 'lost', cause: 'timeout' }),
        rollback: async () => fail({ kind: 'lost', cause: 'timeout' }),
      }),
    );
    decisions(till).give(onLine);
    await payAll(till);
    expect([till.desk.state.sale.stage.at, stages(till)]).toEqual(['in-doubt', ['taken']]);
    expect(till.desk.abandon()).toEqual(ok(undefined));
    expect([stages(till), confirmations]).toEqual([['found'], []]);
  });

  test('a line with a benefit keeps its quantity', async () => {
    const till = await found();
    decisions(till).give(onLine);
    expect(code(till.desk.setQuantity(1, 2000 as Quantity))).toBe('line-has-benefit');
    till.desk.scanned({ text: water.barcode ?? '', source: 'serial', at: 0 });
    expect(till.desk.state.sale.lines.map(({ product, quantity }) => [product.price, quantity])).toEqual([
      [4491, 1000],
      [700, 1000],
      [4990, 1000],
    ]);
  });

  test('a receipt that is paid takes no benefit', async () => {
    const till = await found();
    await till.desk.loyalty.calculate(ZERO);
    const sum = kopecks(4990 + 700);
    await till.desk.pay(sum, { cash: sum, card: ZERO });
    expect(code(decisions(till).give(onLine))).toBe('sale-not-open');
    expect(stages(till)).toEqual(['found']);
  });

  test('the whole of it may be lowered, in proportion to what the lines cost', async () => {
    const till = await found();
    decisions(till).give(decision({ price: kopecks(5690), discountedPrice: kopecks(4690), onto: { line: null } }));
    expect(till.desk.state.sale.lines.map(lineTotal)).toEqual([4113, 577]);
  });
});
