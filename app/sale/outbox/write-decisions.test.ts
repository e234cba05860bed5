import { describe, expect, onTestFinished, test } from 'vitest';
import { kopecks, ZERO } from '../../domain/money.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import { payCash, rung, scan, settle, stage, WATER } from '../../testing/cashier.ts';
import { answers, openTill, type TestTill, written } from '../../testing/till.ts';
import type { ServiceFailure } from '../ports.ts';
import type { WriteOutcome } from '../sale.ts';

/** Every answer to a write and a rollback, at the till and behind its back: the table in docs/architecture.md. */

type Answer<Value> = Result<Value, ServiceFailure>;

const refusal = (reason: 'not-found' | 'duplicate' | 'other', message: string) =>
  fail<ServiceFailure>({ kind: 'refused', reason, message });
const lostBy = (cause: Extract<ServiceFailure, { kind: 'lost' }>['cause']) =>
  fail<ServiceFailure>({ kind: 'lost', cause });

const WRITTEN = ok(written);
const DELETED: Answer<void> = ok(undefined);
const TIMEOUT = lostBy('timeout');
const UNREADABLE = lostBy('unreadable');
const UNREACHABLE = fail<ServiceFailure>({ kind: 'unreachable' });
const DUPLICATE = refusal('duplicate', 'Такой чек уже проведен');
const REFUSED = refusal('other', 'Клиент заблокирован');
const ABSENT = refusal('not-found', 'Чек не найден');
const DELETED_BEFORE = refusal('duplicate', 'Чек уже отменён');
const CLOSED = refusal('other', 'Смена закрыта');

/** A service that answers each operation in this order; the last answer stays. */
function service(writes: readonly Answer<WriteOutcome>[], rollbacks: readonly Answer<void>[] = [DELETED]) {
  const calls: string[] = [];
  const plan = { writes: [...writes], rollbacks: [...rollbacks] };
  const loyalty = answers({
    async write() {
      calls.push('write');
      return next(plan.writes);
    },
    async rollback() {
      calls.push('rollback');
      return next(plan.rollbacks);
    },
  });
  return { calls, plan, loyalty };
}

function next<Value>(left: Value[]): Value {
  const [first] = left;
  if (first === undefined) throw new Error('no answer left');
  if (left.length > 1) left.shift();
  return first;
}

async function paid(loyalty: ReturnType<typeof service>['loyalty']): Promise<TestTill> {
  const till = openTill(loyalty, onTestFinished);
  await rung(till);
  await payCash(till);
  await settle();
  return till;
}

/** A quarter of an hour goes by, minute by minute. */
async function aWhile(till: TestTill): Promise<void> {
  for (let minute = 0; minute < 15; minute += 1) {
    till.clock.advance(60_000);
    for (let turn = 0; turn < 4; turn += 1) await settle();
  }
}

const entryOf = ({ desk }: TestTill) => desk.pending.list()[0];
const question = (till: TestTill) => (stage(till) === 'in-doubt' && till.desk.state.disagreement?.problem.code) || null;

describe('at the till', () => {
  test.each<
    [string, readonly Answer<WriteOutcome>[], readonly Answer<void>[], string, string | null, readonly string[]]
  >([
    ['written', [WRITTEN], [DELETED], 'written', null, ['write']],
    ['refused', [REFUSED], [DELETED], 'open', null, ['write']],
    ['not sent', [UNREACHABLE], [DELETED], 'queued', null, ['write']],
    ['lost, then written', [TIMEOUT, WRITTEN], [DELETED], 'written', null, ['write', 'rollback', 'write']],
    ['lost, never there', [TIMEOUT, WRITTEN], [ABSENT], 'written', null, ['write', 'rollback', 'write']],
    ['lost, deleted before', [TIMEOUT, WRITTEN], [DELETED_BEFORE], 'written', null, ['write', 'rollback', 'write']],
    ['lost, then refused', [TIMEOUT, REFUSED], [DELETED], 'open', null, ['write', 'rollback', 'write']],
    ['lost, nothing to be asked', [TIMEOUT], [UNREACHABLE], 'in-doubt', null, ['write', 'rollback']],
    ['lost, not deleted', [TIMEOUT], [CLOSED], 'in-doubt', 'write-not-resolved', ['write', 'rollback']],
    ['unreadable, then written', [UNREADABLE, WRITTEN], [DELETED], 'written', null, ['write', 'rollback', 'write']],
    ['unreadable twice', [UNREADABLE], [DELETED], 'in-doubt', 'write-unreadable', ['write', 'rollback', 'write']],
    ['no page of the service’s', [UNREADABLE], [UNREADABLE], 'in-doubt', 'write-unreadable', ['write', 'rollback']],
    ['already written, then written', [DUPLICATE, WRITTEN], [DELETED], 'written', null, ['write', 'rollback', 'write']],
    ['already written twice', [DUPLICATE], [DELETED], 'in-doubt', 'write-contradicted', ['write', 'rollback', 'write']],
    ['already written, not deleted', [DUPLICATE], [CLOSED], 'in-doubt', 'write-not-resolved', ['write', 'rollback']],
  ])('%s', async (_name, writes, rollbacks, at, asked, calls) => {
    const { calls: made, loyalty } = service(writes, rollbacks);
    const till = await paid(loyalty);
    expect([stage(till), question(till), made]).toEqual([at, asked, calls]);
  });

  test.each([
    ['unreadable twice', UNREADABLE],
    ['already written twice', DUPLICATE],
  ])('%s is not written again by itself, also after a restart', async (_name, answer) => {
    const { calls, loyalty } = service([answer]);
    const till = await paid(loyalty);
    await aWhile(till);
    const back = till.restart();
    await back.desk.start();
    await aWhile(back);
    expect(calls.filter((call) => call === 'write')).toHaveLength(2);
    expect(stage(back)).toBe('in-doubt');
    expect(question(back)).not.toBeNull();
  });

  test('a page that is not the service’s is asked about until it gives way, and the receipt is written once', async () => {
    const { calls, plan, loyalty } = service([UNREADABLE, WRITTEN], [UNREADABLE]);
    const till = await paid(loyalty);
    await aWhile(till);
    expect(calls.filter((call) => call === 'write')).toHaveLength(1);
    plan.rollbacks = [ABSENT];
    await aWhile(till);
    expect([stage(till), calls.filter((call) => call === 'write').length]).toEqual(['written', 2]);
  });

  test('a write that arrives behind a rollback, and is refused in words nobody knows, is deleted and written once', async () => {
    const unknown = refusal('other', 'Документ существует');
    const { calls, loyalty } = service([TIMEOUT, unknown, WRITTEN], [ABSENT, DELETED]);
    const till = await paid(loyalty);
    await aWhile(till);
    expect(stage(till)).toBe('written');
    expect(calls).toEqual(['write', 'rollback', 'write', 'rollback', 'write']);
  });
});

describe('a person says', () => {
  const doubts: [string, readonly Answer<WriteOutcome>[], readonly Answer<void>[]][] = [
    ['already written twice', [DUPLICATE, DUPLICATE, WRITTEN], [DELETED]],
    ['unreadable twice', [UNREADABLE, UNREADABLE, WRITTEN], [DELETED]],
    ['not deleted', [TIMEOUT, WRITTEN], [CLOSED]],
  ];

  test.each(doubts)('yes, it is there: %s', async (_name, writes, rollbacks) => {
    const { calls, loyalty } = service(writes, rollbacks);
    const till = await paid(loyalty);
    const before = calls.length;
    expect(till.desk.pending.accept(till.desk.state.disagreement?.entry ?? 0)).toEqual(ok(undefined));
    await aWhile(till);
    expect([stage(till), calls.length, till.desk.state.outbox.dead]).toEqual(['written', before, 0]);
    expect(till.desk.shifts.report()).toMatchObject({ receipts: 1, cash: 5690 });
  });

  test.each(doubts)('no, it is not: %s', async (_name, writes, rollbacks) => {
    const { loyalty } = service(writes, rollbacks);
    const till = await paid(loyalty);
    expect(till.desk.pending.deny(till.desk.state.disagreement?.entry ?? 0)).toEqual(ok(undefined));
    await settle();
    expect([stage(till), question(till), till.desk.state.outbox]).toMatchObject([
      'written',
      null,
      { waiting: 0, dead: 0 },
    ]);
  });

  test.each(doubts)('no, behind the cashier’s back: %s', async (_name, writes, rollbacks) => {
    const { loyalty } = service(writes, rollbacks);
    const till = await paid(loyalty);
    till.desk.park();
    till.desk.scanned(scan(WATER));
    // What the service would not delete is asked about by itself until a person is.
    await aWhile(till);
    expect(entryOf(till)).toMatchObject({ number: 1, acceptable: true, deniable: true });
    till.desk.pending.deny(entryOf(till)?.id ?? 0);
    await settle();
    await settle();
    expect(till.desk.state).toMatchObject({ sale: { number: 2 }, outbox: { waiting: 0, dead: 0 } });
    expect(till.desk.returns.find('1')).toMatchObject([{ number: 1 }]);
  });

  test('no, and the service says it has it all the same: the question comes back, and «yes» ends it', async () => {
    const { loyalty } = service([DUPLICATE], [CLOSED]);
    const till = await paid(loyalty);
    for (let time = 0; time < 3; time += 1) {
      till.desk.pending.deny(till.desk.state.disagreement?.entry ?? 0);
      await settle();
      expect([stage(till), question(till)]).toEqual(['in-doubt', 'write-contradicted']);
    }
    till.desk.pending.accept(till.desk.state.disagreement?.entry ?? 0);
    expect(stage(till)).toBe('written');
  });

  test('no, and it is refused: the receipt is open again, and its money is in hand', async () => {
    const { loyalty } = service([TIMEOUT, REFUSED], [CLOSED]);
    const till = await paid(loyalty);
    till.desk.pending.deny(till.desk.state.disagreement?.entry ?? 0);
    await settle();
    expect([stage(till), till.desk.state.sale.taken]).toEqual(['open', { cash: kopecks(5690), card: ZERO }]);
  });

  test('no, and the service is away: it is asked by itself when it is back', async () => {
    const { plan, loyalty } = service([DUPLICATE], [DELETED]);
    const till = await paid(loyalty);
    plan.rollbacks = [UNREACHABLE];
    till.desk.pending.deny(till.desk.state.disagreement?.entry ?? 0);
    await settle();
    expect([question(till), entryOf(till)?.state]).toEqual([null, 'waiting']);
    plan.rollbacks = [DELETED];
    plan.writes = [WRITTEN];
    await aWhile(till);
    expect(stage(till)).toBe('written');
  });

  test('that it be looked into once more, and that the customer has the money back', async () => {
    const { calls, loyalty } = service([UNREADABLE], [DELETED]);
    const till = await paid(loyalty);
    await till.desk.resolve();
    expect([question(till), calls.filter((call) => call === 'write').length]).toEqual(['write-unreadable', 3]);
    expect(till.desk.abandon()).toEqual(ok(undefined));
    await aWhile(till);
    expect(entryOf(till)).toBeUndefined();
  });
});

test('behind the cashier’s back', async () => {
  const cases: [Answer<WriteOutcome>, Answer<void>, string | undefined][] = [
    [UNREADABLE, DELETED, 'write-unreadable'],
    [DUPLICATE, DELETED, 'write-contradicted'],
    [TIMEOUT, CLOSED, 'write-undecided'],
    [REFUSED, DELETED, 'write-refused-late'],
    [REFUSED, ABSENT, 'write-contradicted'],
    [WRITTEN, DELETED, undefined],
  ];
  for (const [write, rollback, code] of cases) {
    const { plan, loyalty } = service([TIMEOUT], [UNREACHABLE]);
    const till = await paid(loyalty);
    till.desk.park();
    till.desk.newSale();
    Object.assign(plan, { writes: [write], rollbacks: [rollback] });
    await aWhile(till);
    expect([entryOf(till)?.state, entryOf(till)?.problem?.code]).toEqual(
      code ? ['dead', code] : [undefined, undefined],
    );
  }
});
