import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { kopecks, ZERO } from '../domain/money.ts';
import { ONE, quantity } from '../domain/quantity.ts';
import { fail, ok } from '../domain/result.ts';
import { CARD, scan, settle, WATER } from '../testing/cashier.ts';
import { bag, dmitry, water } from '../testing/fixtures.ts';
import { answers, openTill, TestClock, type TestTill, written } from '../testing/till.ts';
import { journalGate } from './gate.ts';

/** A till whose journal another program can hold, and the presses of its window. */
function shared(loyalty = answers()) {
  const dir = mkdtempSync(path.join(tmpdir(), 'till-'));
  const till = openTill(loyalty, onTestFinished, dir);
  const other = new Database(path.join(dir, 'journal.sqlite'));
  onTestFinished(() => {
    other.close();
  });
  /** As electron/ipc.ts has a press wait: false where that was in vain. */
  const press = async (work: () => unknown): Promise<boolean> => {
    const isReady = till.gate.isFree() || (await till.gate.whenFree().then(() => till.gate.isFree()));
    if (isReady) await work();
    return isReady;
  };
  return { till, press, hold: () => other.exec('BEGIN EXCLUSIVE'), letGo: () => other.exec('ROLLBACK') };
}

async function pass(till: TestTill, ms: number): Promise<void> {
  for (let passed = 0; passed < ms; passed += 50) {
    till.clock.advance(50);
    await settle();
  }
}

const TENDER = { cash: kopecks(10_000), card: ZERO };

async function calculated(till: TestTill) {
  till.desk.scanned(scan(WATER));
  await till.desk.loyalty.calculate(ZERO);
  return till.desk.state.sale.calculation?.due ?? ZERO;
}

const lines = ({ desk }: TestTill) => desk.state.sale.lines.map(({ product, quantity }) => [product.name, quantity]);

test('a press right after the release does not go before the presses that wait', async () => {
  const { till, press, hold, letGo } = shared();
  const order: string[] = [];
  hold();
  void press(() => order.push('first'));
  await pass(till, 100);
  letGo();
  void press(() => order.push('second'));
  await pass(till, 100);
  expect(order).toEqual(['first', 'second']);
});

test('nor before a scan that waits: what it brings is on the receipt that is paid', async () => {
  const { till, press, hold, letGo } = shared();
  const due = await calculated(till);
  hold();
  till.desk.scanned(scan(bag.barcode ?? ''));
  await pass(till, 100);
  letGo();
  let paid: unknown;
  void press(async () => {
    paid = await till.desk.pay(due, TENDER);
  });
  await pass(till, 100);
  expect(paid).toMatchObject({ ok: false });
  expect(till.desk.state.sale).toMatchObject({ number: 1, stage: { at: 'open' } });
  expect(lines(till)).toHaveLength(2);
});

test('a new receipt is put at once, and what was scanned meanwhile is for it', async () => {
  const { till, hold, letGo } = shared();
  await till.desk.pay(await calculated(till), TENDER);
  expect(till.desk.state.sale.stage.at).toBe('written');
  hold();
  till.desk.scanned(scan(WATER));
  expect(till.desk.newSale()).toEqual(ok(undefined));
  await pass(till, 500);
  letGo();
  await pass(till, 200);
  expect(till.desk.state.sale.number).toBe(2);
  expect(lines(till)).toEqual([[water.name, 1000]]);
});

test('an open receipt that cannot be cancelled stays, and is not taken for cancelled', async () => {
  const { till, hold, letGo } = shared();
  await calculated(till);
  hold();
  expect(till.desk.newSale()).toMatchObject(fail({ code: 'journal-busy' }));
  letGo();
  expect(lines(till)).toHaveLength(1);
});

test('a code is read as what was waited for when it was scanned', async () => {
  const { till, hold, letGo } = shared();
  hold();
  till.desk.scanned(scan(CARD));
  till.desk.codes.expect('promo');
  await pass(till, 100);
  letGo();
  await pass(till, 200);
  expect(till.desk.state.sale).toMatchObject({ customer: { name: dmitry.name }, promo: null });
});

test('held for longer than a press is worth, it is refused: it does not go before the scans', async () => {
  const { till, press, hold, letGo } = shared();
  hold();
  till.desk.scanned(scan(WATER));
  const armed = press(() => till.desk.codes.arm(quantity(5000)));
  till.desk.scanned(scan(bag.barcode ?? ''));
  await pass(till, 31_000);
  expect(await armed).toBe(false);
  letGo();
  await pass(till, 200);
  expect(lines(till)).toEqual([
    [water.name, 1000],
    [bag.name, 1000],
  ]);
});

test('what the service answered is waited with for as long as it takes: nothing is sent again, nobody is asked', async () => {
  const sent: string[] = [];
  const service = { answer: () => {} };
  const asked = (what: string) => {
    sent.push(what);
    return new Promise<void>((resolve) => (service.answer = resolve));
  };
  const { till, hold, letGo } = shared(
    answers({
      async write() {
        await asked('write');
        return ok(written);
      },
      async returnReceipt() {
        await asked('return');
        return ok({ restored: ZERO, withdrawn: ZERO, balance: null, text: [] });
      },
      async rollback() {
        sent.push('rollback');
        return ok(undefined);
      },
    }),
  );
  const due = await calculated(till);
  for (const begin of [
    () => till.desk.pay(due, TENDER),
    () => till.desk.returns.write(till.desk.state.sale.id, [{ index: 1, quantity: ONE }]),
  ]) {
    const done = begin();
    await settle();
    hold();
    service.answer();
    await pass(till, 40_000);
    letGo();
    await pass(till, 100);
    expect(await done).toEqual(ok(undefined));
  }
  expect(sent).toEqual(['write', 'return']);
  expect(till.desk.state).toMatchObject({ busy: null, outbox: { waiting: 0, dead: 0 } });
});

test('a receipt sold without the service is not left half stored', async () => {
  const refused = fail({ kind: 'refused', reason: 'other', message: 'no' } as const);
  const { till, hold, letGo } = shared(answers({ calculate: async () => refused }));
  till.desk.scanned(scan(WATER));
  await till.desk.loyalty.calculate(ZERO);
  till.desk.waiveLoyalty();
  const paid = await till.desk.pay(water.price, { cash: water.price, card: ZERO }, hold);
  expect(paid).toMatchObject(fail({ code: 'journal-busy' }));
  expect(till.desk.state.sale.stage.at).toBe('in-doubt');
  letGo();
  await pass(till, 1_000);
  expect(till.desk.state.sale.stage.at).not.toBe('writing');
});

test('that it was held is taken back as soon as it is free, however long nobody waited', async () => {
  const clock = new TestClock();
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'till-')), 'journal.sqlite');
  const [db, other] = [new Database(file), new Database(file)];
  onTestFinished(() => {
    db.close();
    other.close();
  });
  const told: boolean[] = [];
  const gate = journalGate(db, clock, (held) => told.push(held));
  other.exec('BEGIN EXCLUSIVE');
  const waited = gate.whenFree();
  for (let passed = 0; passed < 31_000; passed += 50) {
    clock.advance(50);
    await settle();
  }
  await waited;
  expect(told).toEqual([true]);
  other.exec('ROLLBACK');
  expect(gate.isFree()).toBe(true);
  expect(told).toEqual([true, false]);
});
