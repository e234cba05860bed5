import { describe, expect, onTestFinished, test } from 'vitest';
import { kopecks, ZERO } from '../app/domain/money.ts';
import type { SlipDocument } from '../app/domain/slip.ts';
import { water } from '../app/testing/fixtures.ts';
import { answers, FREE, openTill, type TestTill } from '../app/testing/till.ts';
import type { SlipPrinters, SlipWatch } from './lane.ts';
import { PrintQueue } from './queue.ts';
import { interrupted, notStarted, type PrintEnd } from './transport/job.ts';

const CONFIRMED: PrintEnd = { kind: 'confirmed', paperLow: false };

/** What a printer does with one slip. */
type Act = (watch: SlipWatch) => PrintEnd | Promise<PrintEnd>;

const prints: Act = (watch) => (watch.starting() ? CONFIRMED : notStarted('failed'));
const saysNothing: Act = (watch) => (watch.starting() ? { kind: 'unconfirmed' } : notStarted('failed'));
const isDead: Act = () => notStarted('unreachable');
const breaksOff: Act = (watch) => (watch.starting() ? interrupted('failed') : notStarted('failed'));
/** Out of paper in the middle, until it is given up. */
const holds: Act = async (watch) => {
  watch.starting();
  watch.holding('paper-out');
  await new Promise((resolve) => watch.givenUp.addEventListener('abort', resolve));
  return interrupted('failed');
};

/** A till with one written receipt, and a queue to printers that do what they are told, in turn; the last one stays. */
async function printing(acts: Readonly<Record<string, Act[]>>): Promise<{
  till: TestTill;
  queue: PrintQueue;
  /** Which printer got a slip, and whether as a copy. */
  sent: [printer: string, copy: boolean][];
  /** Which printers were made ready ahead, and which of that was called off. */
  prepared: readonly string[];
  id: number;
  /** Gives the till other printers. */
  renew(acts: Readonly<Record<string, Act[]>>, kept: readonly string[]): void;
}> {
  const till = openTill(answers(), onTestFinished);
  till.desk.scanned({ text: water.barcode ?? '', source: 'serial', at: 0 });
  await till.desk.loyalty.calculate(ZERO);
  await till.desk.pay(kopecks(4990), { cash: kopecks(4990), card: ZERO });
  const sent: [string, boolean][] = [];
  const prepared: string[] = [];
  let current = acts;
  const printers: SlipPrinters = {
    get ids() {
      return Object.keys(current);
    },
    prepare: (printer) => {
      prepared.push(printer);
      return () => prepared.push(`not ${printer}`);
    },
    async send(printer, _slip, copy, watch) {
      sent.push([printer, copy]);
      const left = current[printer] ?? [];
      const act = left.length > 1 ? left.shift() : left[0];
      if (!act) throw new Error('a defect');
      return act(watch);
    },
  };
  const id = till.jobs.next('first', true)?.id ?? 0;
  const queue = new PrintQueue(till.jobs, FREE, printers, till.clock, () => {});
  const renew = (next: Readonly<Record<string, Act[]>>, kept: readonly string[]): void => {
    current = next;
    queue.renew(kept);
  };
  return { till, queue, sent, prepared, id, renew };
}

const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
const stateOf = (till: TestTill): string | null => till.jobs.stateOf(till.desk.state.sale.id);
const slip: SlipDocument = { blocks: [{ kind: 'text', text: 'welcome' }] };

test('a slip goes once, however often the queue is woken', async () => {
  const { till, queue, sent } = await printing({ first: [prints] });
  queue.wake();
  queue.wake();
  await settle();
  queue.wake();
  await settle();
  expect([sent, stateOf(till)]).toEqual([[['first', false]], 'confirmed']);
});

test('the first printer is made ready for a slip that may come, unless it is known not to be', async () => {
  const { queue, prepared } = await printing({ first: [isDead], second: [prints] });
  queue.expect()();
  expect(prepared).toEqual(['first', 'not first']);
  queue.wake();
  await settle();
  queue.expect()();
  expect(prepared).toHaveLength(2);
});

test('what the printer does not confirm is not called printed', async () => {
  const { till, queue } = await printing({ first: [saysNothing] });
  queue.wake();
  await settle();
  expect(stateOf(till)).toBe('unconfirmed');
});

describe('a printer that is not ready', () => {
  test('is asked again until it is, less and less often, and the slip says what it waits for', async () => {
    const { till, queue, sent } = await printing({ first: [isDead, () => notStarted('paper-out'), prints] });
    queue.wake();
    await settle();
    expect(stateOf(till)).toBe('queued');
    expect(queue.attention()).toMatchObject({ state: 'waiting', trouble: 'unreachable', others: [] });
    till.clock.advance(1_000);
    await settle();
    expect(queue.attention()).toMatchObject({ state: 'waiting', trouble: 'paper-out' });
    till.clock.advance(1_999);
    await settle();
    expect(sent).toHaveLength(2);
    till.clock.advance(1);
    await settle();
    expect([sent.length, stateOf(till), queue.attention()]).toEqual([3, 'confirmed', null]);
  });

  test('is asked at once when the cashier says so', async () => {
    const { till, queue, id } = await printing({ first: [isDead, prints] });
    queue.wake();
    await settle();
    expect(queue.again(id).ok).toBe(true);
    await settle();
    expect(stateOf(till)).toBe('confirmed');
  });

  test('holds up nobody else', async () => {
    const { till, queue, sent } = await printing({ first: [isDead], second: [prints] });
    till.jobs.queue(slip, 'test');
    const other = till.jobs.next('first', true)?.id ?? 0;
    queue.wake();
    await settle();
    till.jobs.queue(slip, 'test');
    expect(queue.elsewhere(other, 'second').ok).toBe(true);
    await settle();
    expect(till.jobs.info(other)).toMatchObject({ state: 'confirmed', printer: 'second' });
    expect(sent.filter(([printer]) => printer === 'second')).toEqual([['second', false]]);
  });

  test('any more when its slip is stored as leaving has the slip wait: nothing left', async () => {
    const isReadyNoMore: Act = (watch) => notStarted(watch.starting() ? 'paper-out' : 'failed');
    const { till, queue, sent } = await printing({ first: [isReadyNoMore, prints] });
    queue.wake();
    await settle();
    expect(stateOf(till)).toBe('queued');
    expect(queue.attention()).toMatchObject({ state: 'waiting', trouble: 'paper-out' });
    till.clock.advance(1_000);
    await settle();
    expect([sent, stateOf(till)]).toEqual([
      [
        ['first', false],
        ['first', false],
      ],
      'confirmed',
    ]);
  });

  test('writes nothing to the journal', async () => {
    const { till, queue } = await printing({ first: [isDead] });
    const { begin } = till.jobs;
    let begun = 0;
    till.jobs.begin = (id) => {
      begun += 1;
      return begin(id);
    };
    queue.wake();
    await settle();
    expect(begun).toBe(0);
  });
});

describe('a slip that waits', () => {
  test('can be left unprinted; the printer gets nothing when it is back', async () => {
    const { till, queue, sent, id } = await printing({ first: [isDead, prints] });
    queue.wake();
    await settle();
    expect(queue.cancel(id).ok).toBe(true);
    till.clock.advance(60_000);
    await settle();
    expect([sent.length, stateOf(till), queue.attention()]).toEqual([1, 'cancelled', null]);
  });

  test('is not printed on both when it is sent elsewhere just as its printer gets ready', async () => {
    let ready: () => void = () => {};
    const slowly: Act = async (watch) => {
      await new Promise<void>((resolve) => {
        ready = resolve;
      });
      return prints(watch);
    };
    const { till, queue, id } = await printing({ first: [slowly], second: [prints] });
    queue.wake();
    expect(queue.elsewhere(id, 'second').ok).toBe(true);
    ready();
    await settle();
    expect(till.jobs.info(id)).toMatchObject({ state: 'confirmed', printer: 'second' });
  });

  test('cannot be sent where there is no printer', async () => {
    const { queue, id } = await printing({ first: [isDead] });
    expect(queue.elsewhere(id, 'nowhere').ok).toBe(false);
  });
});

describe('a slip that broke off', () => {
  test('is asked about, and printed again only when the cashier says so: as a copy', async () => {
    const { till, queue, sent, id } = await printing({ first: [breaksOff, prints] });
    queue.wake();
    await settle();
    till.clock.advance(120_000);
    await settle();
    expect([sent, stateOf(till)]).toEqual([[['first', false]], 'in-doubt']);
    expect(queue.attention()).toMatchObject({ job: { id, number: 1 }, state: 'in-doubt', trouble: 'failed' });
    expect(queue.again(id).ok).toBe(true);
    await settle();
    expect([sent[1], stateOf(till), queue.attention()]).toEqual([['first', true], 'confirmed', null]);
  });

  test('may be on paper after all', async () => {
    const { till, queue, sent, id } = await printing({ first: [breaksOff] });
    queue.wake();
    await settle();
    expect(queue.settle(id).ok).toBe(true);
    expect([sent.length, stateOf(till), queue.settle(id).ok]).toEqual([1, 'unconfirmed', false]);
  });

  test('does not hold up the next one', async () => {
    const { till, queue, sent } = await printing({ first: [breaksOff, prints] });
    till.jobs.queue(slip, 'test');
    queue.wake();
    await settle();
    expect(sent).toEqual([
      ['first', false],
      ['first', false],
    ]);
    expect(till.jobs.waiting()).toBe(1);
  });

  test('is asked about again after a crash of the program', async () => {
    const { till, queue, id } = await printing({ first: [holds] });
    queue.wake();
    await settle();
    const { jobs } = till.restart();
    const printers = { ids: ['first'], prepare: () => () => {}, send: async () => CONFIRMED };
    const fresh = new PrintQueue(jobs, FREE, printers, till.clock, () => {});
    fresh.wake();
    await settle();
    expect(fresh.attention()).toMatchObject({ job: { id }, state: 'in-doubt', trouble: null });
  });
});

describe('a slip that stands half printed for want of paper', () => {
  test('waits in sight, and comes out elsewhere as a copy', async () => {
    const { till, queue, sent, id } = await printing({ first: [holds], second: [prints] });
    queue.wake();
    await settle();
    expect(queue.attention()).toMatchObject({ state: 'waiting', trouble: 'paper-out', others: ['second'] });
    expect(queue.elsewhere(id, 'second').ok).toBe(true);
    await settle();
    expect([sent[1], stateOf(till), queue.attention()]).toEqual([['second', true], 'confirmed', null]);
  });

  test('can be left as it is', async () => {
    const { till, queue, id } = await printing({ first: [holds] });
    queue.wake();
    await settle();
    expect(queue.cancel(id).ok).toBe(true);
    await settle();
    expect([stateOf(till), queue.attention()]).toEqual(['cancelled', null]);
  });
});

test('two hundred slips at once go one after the other, each once', async () => {
  const { till, queue, sent } = await printing({ first: [prints] });
  for (let more = 1; more < 200; more++) till.jobs.queue(slip, 'test');
  queue.wake();
  await expect.poll(() => till.jobs.waiting()).toBe(0);
  expect(sent).toHaveLength(200);
});

test('what no printer can print is given up, and the next one goes', async () => {
  const defect: Act = () => {
    throw new Error('a defect');
  };
  const { till, queue } = await printing({ first: [defect, prints] });
  till.jobs.queue(slip, 'test');
  queue.wake();
  await settle();
  expect([stateOf(till), till.jobs.waiting()]).toEqual(['failed', 0]);
});

test('what no version of the program can read is given up, and the next one goes', async () => {
  const { till, queue, sent, id } = await printing({ first: [prints] });
  const { next } = till.jobs;
  till.jobs.next = (printer, first) => {
    const job = next(printer, first);
    return job?.id === id ? { ...job, slip: null } : job;
  };
  till.jobs.queue(slip, 'test');
  queue.wake();
  await settle();
  expect([stateOf(till), sent.length, till.jobs.waiting()]).toEqual(['failed', 1, 0]);
});

test('without a printer slips do not pile up to come out all at once later', async () => {
  const { till, queue, sent } = await printing({});
  queue.wake();
  await settle();
  expect([sent, stateOf(till), till.jobs.waiting()]).toEqual([[], 'no-printer', 0]);
});

test('a slip is not sent again because its state could not be stored', async () => {
  const { till, queue, sent } = await printing({ first: [prints] });
  const { end } = till.jobs;
  let failing = true;
  till.jobs.end = (id, state) => {
    if (failing) throw new Error('disk full');
    end(id, state);
  };
  const unhandled: unknown[] = [];
  const note = (reason: unknown): void => void unhandled.push(reason);
  process.on('unhandledRejection', note);
  queue.wake();
  await settle();
  failing = false;
  queue.wake();
  await settle();
  process.off('unhandledRejection', note);
  expect(sent).toHaveLength(1);
  expect(unhandled).toEqual([]);
});

test('a slip whose start cannot be stored does not start', async () => {
  const { till, queue } = await printing({ first: [prints] });
  const { begin } = till.jobs;
  till.jobs.begin = () => {
    throw new Error('disk full');
  };
  queue.wake();
  await settle();
  expect(stateOf(till)).toBe('queued');
  till.jobs.begin = begin;
  till.clock.advance(1_000);
  await settle();
  expect(stateOf(till)).toBe('confirmed');
});

/** Waits to be told how it ends. */
function held(): { readonly act: Act; readonly end: (end: PrintEnd) => void } {
  let end: (how: PrintEnd) => void = () => {};
  const ended = new Promise<PrintEnd>((resolve) => {
    end = resolve;
  });
  return { act: (watch) => (watch.starting() ? ended : notStarted('failed')), end };
}

describe('a slip that was stored as leaving, and of which nothing left', () => {
  test('comes out elsewhere as no copy', async () => {
    const { act, end } = held();
    const { till, queue, sent, id } = await printing({ first: [act], second: [prints] });
    queue.wake();
    await settle();
    expect(queue.elsewhere(id, 'second').ok).toBe(true);
    end(notStarted('unreachable'));
    await settle();
    expect([sent.at(-1), stateOf(till)]).toEqual([['second', false], 'confirmed']);
  });

  test('is not printed at all when that was decided', async () => {
    const { act, end } = held();
    const { till, queue, sent, id } = await printing({ first: [act] });
    queue.wake();
    await settle();
    expect(queue.cancel(id).ok).toBe(true);
    end(notStarted('unreachable'));
    await settle();
    expect([sent.length, stateOf(till), queue.attention()]).toEqual([1, 'cancelled', null]);
  });
});

describe('when the till gets other printers', () => {
  test('a slip that is leaving ends where it is, and the next one goes to the new printer', async () => {
    const { act, end } = held();
    const { till, queue, sent, renew } = await printing({ first: [act] });
    queue.wake();
    await settle();
    till.jobs.queue(slip, 'test');
    renew({ other: [prints] }, []);
    await settle();
    expect(sent).toEqual([
      ['first', false],
      ['other', false],
    ]);
    expect([stateOf(till), till.jobs.waiting()]).toEqual(['sending', 1]);
    end(CONFIRMED);
    await settle();
    expect([stateOf(till), till.jobs.waiting()]).toEqual(['confirmed', 0]);
  });

  test('one that waits for a printer goes to the first of the new ones, whichever was chosen for it', async () => {
    const { till, queue, id, renew } = await printing({ first: [prints], second: [isDead] });
    expect(queue.elsewhere(id, 'second').ok).toBe(true);
    await settle();
    expect(queue.attention()).toMatchObject({ state: 'waiting' });
    renew({ first: [prints], second: [isDead] }, ['first']);
    await settle();
    expect([stateOf(till), queue.attention()]).toEqual(['confirmed', null]);
  });

  test('one that waits for a printer that stays goes on waiting for it', async () => {
    const { till, queue, id, renew } = await printing({ first: [prints], second: [isDead] });
    queue.elsewhere(id, 'second');
    await settle();
    renew({ first: [prints], second: [isDead], third: [prints] }, ['first', 'second']);
    await settle();
    expect(till.jobs.info(id)).toMatchObject({ state: 'queued', printer: 'second' });
    renew({ first: [prints], second: [prints] }, ['first', 'second']);
    await settle();
    expect(till.jobs.info(id)?.state).toBe('confirmed');
  });

  test('a slip is printed once, although its printer was still being asked whether it is ready', async () => {
    let ready: () => void = () => {};
    const asked = new Promise<void>((resolve) => {
      ready = resolve;
    });
    const late: Act = async (watch) => {
      await asked;
      return watch.starting() ? CONFIRMED : notStarted('failed');
    };
    const { till, queue, sent, renew } = await printing({ first: [late] });
    queue.wake();
    await settle();
    renew({ first: [prints] }, ['first']);
    await settle();
    ready();
    await settle();
    expect([stateOf(till), sent.length]).toEqual(['confirmed', 2]);
  });

  test('a slip that breaks off in a printer that is gone is printed again by the first of the new ones', async () => {
    const { act, end } = held();
    const { till, queue, sent, id, renew } = await printing({ first: [prints], second: [act] });
    queue.elsewhere(id, 'second');
    await settle();
    renew({ first: [prints] }, ['first']);
    end(interrupted('failed'));
    await settle();
    expect(queue.attention()).toMatchObject({ state: 'in-doubt', others: [] });
    expect(queue.again(id).ok).toBe(true);
    await settle();
    expect([sent.at(-1), stateOf(till)]).toEqual([['first', true], 'confirmed']);
  });

  test('one that was to come out elsewhere does not on the printer that took that place', async () => {
    const { act, end } = held();
    const { till, queue, sent, id, renew } = await printing({ first: [act, prints], second: [prints] });
    queue.wake();
    await settle();
    expect(queue.elsewhere(id, 'second').ok).toBe(true);
    renew({ first: [prints], second: [prints] }, ['first']);
    end(interrupted('failed'));
    await settle();
    expect([sent.at(-1), stateOf(till)]).toEqual([['first', true], 'confirmed']);
  });

  test('one of which nothing had left waits for the new one, and is no copy', async () => {
    const { act, end } = held();
    const { till, queue, sent, renew } = await printing({ first: [act] });
    queue.wake();
    await settle();
    renew({ first: [prints] }, []);
    end(notStarted('unreachable'));
    await settle();
    expect([sent, stateOf(till), queue.attention()]).toEqual([
      [
        ['first', false],
        ['first', false],
      ],
      'confirmed',
      null,
    ]);
  });

  test('one that is stuck in the old printer can still be given up, and printed on any of the new ones', async () => {
    const { till, queue, id, renew } = await printing({ first: [holds] });
    queue.wake();
    await settle();
    renew({ first: [prints] }, []);
    expect(queue.attention()).toMatchObject({ state: 'waiting', trouble: 'paper-out', others: ['first'] });
    expect(queue.elsewhere(id, 'first').ok).toBe(true);
    await settle();
    expect([stateOf(till), queue.attention()]).toEqual(['confirmed', null]);
  });
});
