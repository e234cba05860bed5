import { expect, test } from 'vitest';
import { TestClock } from '../../testing/till.ts';
import { JournalWorker } from './journal-worker.ts';
import type { FromWorker } from './protocol.ts';
import { JournalUpkeep } from './upkeep.ts';

type Outcome = FromWorker['outcome'];

const fine: Record<string, Outcome> = {
  check: { ok: true, value: { problem: null } },
  chain: { ok: true, value: { breaks: [] } },
  backup: { ok: true, value: {} },
  checkpoint: { ok: true, value: { done: true } },
};
const failed: Outcome = { ok: false, error: { reason: 'no room', damage: false } };

/** Upkeep whose worker answers at once with what `answers` says by then. */
function upkeep(unchecked: boolean) {
  const clock = new TestClock();
  const answers = { ...fine };
  const asked: string[] = [];
  const told: string[] = [];
  const worker = new JournalWorker(
    () => {
      let listener: (message: unknown) => void = () => {};
      let exit: () => void = () => {};
      return {
        send({ id, task }) {
          asked.push(task);
          listener({ id, outcome: answers[task] });
        },
        onMessage(given) {
          listener = given;
        },
        onExit(given) {
          exit = given;
        },
        async stop() {
          told.push('stopped');
          exit();
        },
      };
    },
    () => {},
  );
  const kept = new JournalUpkeep(worker, clock, unchecked, {
    damaged: (reason) => told.push(`damaged: ${reason}`),
    tampered: (breaks) => told.push(`tampered: ${breaks.map(({ event }) => event)}`),
    failed: (task, reason) => told.push(`${task}: ${reason}`),
  });
  /** Time passes, and what was asked is answered. */
  const pass = async (ms: number): Promise<void> => {
    clock.advance(ms);
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { kept, answers, asked, told, pass };
}

test('leaves the till alone while it starts, then sees to a backup every hour', async () => {
  const { kept, asked, pass } = upkeep(false);
  kept.start();
  await pass(29_999);
  expect(asked).toEqual([]);
  await pass(1);
  expect(asked).toEqual(['chain', 'backup']);
  await pass(60 * 60_000);
  expect(asked).toEqual(['chain', 'backup', 'backup']);
});

test('a file that was not looked at as a whole is, before it is backed up', async () => {
  const { kept, asked, told, pass } = upkeep(true);
  kept.start();
  await pass(30_000);
  await pass(60 * 60_000);
  expect(asked).toEqual(['check', 'chain', 'backup', 'backup']);
  expect(told).toEqual([]);
});

test('damage is told, and not backed up', async () => {
  const { kept, answers, asked, told, pass } = upkeep(true);
  answers['check'] = { ok: true, value: { problem: 'page 7' } };
  kept.start();
  await pass(30_000);
  expect(asked).toEqual(['check']);
  expect(told).toEqual(['damaged: page 7']);
});

test('an event log that somebody changed is told once, and work goes on', async () => {
  const { kept, answers, asked, told, pass } = upkeep(false);
  answers['chain'] = { ok: true, value: { breaks: [7, 9].map((event) => ({ event, mark: '' })) } };
  kept.start();
  await pass(30_000);
  await pass(60 * 60_000);
  expect(asked).toEqual(['chain', 'backup', 'backup']);
  expect(told).toEqual(['tampered: 7,9']);
});

test('a backup that failed is told; before it is tried again the journal is checked', async () => {
  const { kept, answers, asked, told, pass } = upkeep(false);
  answers['backup'] = failed;
  kept.start();
  await pass(30_000);
  await pass(60 * 60_000);
  expect(asked).toEqual(['chain', 'backup', 'check', 'backup']);
  expect(told).toEqual(['backup: no room', 'backup: no room']);
});

test('deleted data leaves the disk a second later, once for all that was deleted', async () => {
  const { kept, asked, pass } = upkeep(false);
  kept.emptyLogSoon();
  kept.emptyLogSoon();
  await pass(999);
  expect(asked).toEqual([]);
  await pass(1);
  expect(asked).toEqual(['checkpoint']);
  await pass(60_000);
  expect(asked).toEqual(['checkpoint']);
});

test('a checkpoint that somebody was in the way of is tried again, ever later', async () => {
  const { kept, answers, asked, told, pass } = upkeep(false);
  answers['checkpoint'] = { ok: true, value: { done: false } };
  kept.emptyLogSoon();
  await pass(1_000);
  await pass(1_999);
  expect(asked).toHaveLength(1);
  await pass(1);
  expect(asked).toHaveLength(2);
  answers['checkpoint'] = failed;
  await pass(4_000);
  expect(told).toEqual(['checkpoint: no room']);
  answers['checkpoint'] = fine['checkpoint'] ?? failed;
  await pass(8_000);
  await pass(600_000);
  expect(asked).toHaveLength(4);
});

test('leaving makes the backup of the day, and nothing after it', async () => {
  const { kept, asked, told, pass } = upkeep(true);
  kept.start();
  kept.emptyLogSoon();
  await kept.stop();
  expect(asked).toEqual(['backup']);
  expect(told).toEqual(['stopped']);
  kept.emptyLogSoon();
  await pass(60 * 60_000);
  expect(asked).toEqual(['backup']);
});
