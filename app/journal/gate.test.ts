import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { kopecks, ZERO } from '../domain/money.ts';
import { quantity } from '../domain/quantity.ts';
import { ok } from '../domain/result.ts';
import { stored } from '../sale/stored.ts';
import { settle } from '../testing/cashier.ts';
import { dmitry, water } from '../testing/fixtures.ts';
import { answers, openTill, TestClock, type TestTill, written } from '../testing/till.ts';
import { type OpenFailure, openFailure } from './database.ts';
import { journalGate } from './gate.ts';

const SCAN = { text: water.barcode ?? '', source: 'serial', at: 0 } as const;

/** A till, and another program that can hold its journal. */
function shared(loyalty = answers()): { till: TestTill; hold(): void; letGo(): void } {
  const dir = mkdtempSync(path.join(tmpdir(), 'till-'));
  const till = openTill(loyalty, onTestFinished, dir);
  const other = new Database(path.join(dir, 'journal.sqlite'));
  onTestFinished(() => {
    other.close();
  });
  return { till, hold: () => other.exec('BEGIN EXCLUSIVE'), letGo: () => other.exec('ROLLBACK') };
}

/** So much time passes, in steps as timers see it. */
async function pass(till: TestTill, ms: number): Promise<void> {
  for (let passed = 0; passed < ms; passed += 50) {
    till.clock.advance(50);
    await settle();
  }
}

const quantities = ({ desk }: TestTill) => desk.state.sale.lines.map(({ quantity }) => quantity);

test('what is scanned while another program holds the journal waits for it, in its quantity', async () => {
  const { till, hold, letGo } = shared();
  hold();
  const before = performance.now();
  till.desk.codes.arm(quantity(3000));
  till.desk.scanned(SCAN);
  till.desk.scanned(SCAN);
  await pass(till, 40_000);
  // The other program has it for as long as it likes: main looked 800 times, and stood still for none of them.
  expect(performance.now() - before).toBeLessThan(20_000);
  expect(quantities(till)).toEqual([]);
  expect(till.desk.state.unsold).toEqual([]);
  letGo();
  await pass(till, 50);
  expect(quantities(till)).toEqual([4000]);
});

test('a customer and the outcome of a write that are answered meanwhile are stored once it is free', async () => {
  const service = { answer: () => {} };
  const writes: number[] = [];
  const { till, hold, letGo } = shared(
    answers({
      async identify() {
        hold();
        return ok(dmitry);
      },
      async write({ number }) {
        writes.push(number);
        await new Promise<void>((resolve) => (service.answer = resolve));
        return ok(written);
      },
    }),
  );
  till.desk.scanned(SCAN);
  void till.desk.codes.customerEntered('+79140000001');
  await pass(till, 2_000);
  expect(till.desk.state).toMatchObject({ busy: 'identifying', sale: { customer: null } });
  letGo();
  await pass(till, 200);
  expect(till.desk.state.sale.customer).toMatchObject({ token: dmitry.token });
  await till.desk.loyalty.calculate(ZERO);
  const { calculation } = till.desk.state.sale;
  const paid = till.desk.pay(calculation?.due ?? ZERO, { cash: kopecks(10_000), card: ZERO });
  await settle();
  hold();
  service.answer();
  await pass(till, 5_000);
  expect(till.desk.state).toMatchObject({ busy: 'writing', sale: { stage: { at: 'writing' } } });
  letGo();
  await pass(till, 50);
  expect(await paid).toEqual(ok(undefined));
  expect(till.desk.state).toMatchObject({ busy: null, sale: { stage: { at: 'written' } } });
  expect(writes).toEqual([1]);
  expect(till.desk.state.outbox).toMatchObject({ waiting: 0, dead: 0 });
});

test('a payment that cannot be stored is refused in words, and nothing is sent', async () => {
  let sent = 0;
  const { till, hold, letGo } = shared(
    answers({
      async write() {
        sent += 1;
        return ok(written);
      },
    }),
  );
  till.desk.scanned(SCAN);
  await till.desk.loyalty.calculate(ZERO);
  const due = till.desk.state.sale.calculation?.due ?? ZERO;
  hold();
  const before = performance.now();
  const tender = { cash: kopecks(10_000), card: ZERO };
  expect(await till.desk.pay(due, tender)).toMatchObject({ ok: false, error: { code: 'journal-busy' } });
  expect(performance.now() - before).toBeLessThan(2_000);
  expect({ sent, stage: till.desk.state.sale.stage.at }).toEqual({ sent: 0, stage: 'open' });
  letGo();
  expect(await till.desk.pay(due, tender)).toEqual(ok(undefined));
  expect(sent).toBe(1);
});

test('an answer that comes while the program closes finds no journal, and harms nothing', () => {
  const db = new Database(':memory:');
  const gate = journalGate(db, new TestClock(), () => {});
  expect(gate.isFree()).toBe(true);
  db.close();
  expect(gate.isFree()).toBe(true);
});

test('a journal that is held at the start is called so', () => {
  const dir = mkdtempSync(path.join(tmpdir(), 'till-'));
  const one = new Database(path.join(dir, 'journal.sqlite'));
  const other = new Database(path.join(dir, 'journal.sqlite'), { timeout: 0 });
  onTestFinished(() => {
    one.close();
    other.close();
    rmSync(dir, { recursive: true });
  });
  one.exec('BEGIN EXCLUSIVE');
  const refused = stored(() => other.exec('BEGIN IMMEDIATE'));
  expect(refused).toEqual({ ok: false, error: { code: 'journal-busy' } });
  expect(failureOf(() => other.exec('BEGIN IMMEDIATE'))).toEqual({ kind: 'busy' });
});

function failureOf(work: () => void): OpenFailure | null {
  try {
    work();
    return null;
  } catch (error) {
    return openFailure(error);
  }
}
