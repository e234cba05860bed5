import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { kopecks } from '../domain/money.ts';
import type { Product } from '../domain/product.ts';
import { ok, type Result } from '../domain/result.ts';
import type { SlipDocument } from '../domain/slip.ts';
import { openDatabase } from '../journal/database.ts';
import { type PrintJobs, printJobs } from '../journal/print-jobs.ts';
import { saleJournal } from '../journal/sale-journal.ts';
import { Desk } from '../sale/desk.ts';
import type { Catalogue, Clock, LoyaltyGateway, ServiceFailure } from '../sale/ports.ts';
import type { WriteOutcome } from '../sale/sale.ts';
import { bag, calculationOf, dmitry, lard, water } from './fixtures.ts';

/** A clock that stands until it is moved; `after` tasks run when their time has come. */
export class TestClock implements Clock {
  #now = Date.UTC(2026, 10, 21, 9, 17);
  #tasks: { readonly at: number; readonly task: () => void }[] = [];

  now = (): number => this.#now;

  after(delayMs: number, task: () => void): () => void {
    const entry = { at: this.#now + delayMs, task };
    this.#tasks.push(entry);
    return () => {
      this.#tasks = this.#tasks.filter((other) => other !== entry);
    };
  }

  advance(ms: number): void {
    this.#now += ms;
    const due = this.#tasks.filter(({ at }) => at <= this.#now);
    this.#tasks = this.#tasks.filter(({ at }) => at > this.#now);
    for (const { task } of due) task();
  }
}

const SHARED: readonly Product[] = [water, bag, lard];

export const goods: Catalogue = {
  byBarcode: (barcode) => SHARED.find((product) => product.barcode === barcode) ?? null,
  byCode: (code) => SHARED.find((product) => product.code === code) ?? null,
};

export const written: WriteOutcome = {
  redeemed: kopecks(0),
  accrued: kopecks(250),
  balance: kopecks(184_466),
  text: [],
};

type Answers = { [Name in keyof LoyaltyGateway]: LoyaltyGateway[Name] };

/** A loyalty service that knows one customer; a test replaces the answers it is about. */
export function answers(replaced: Partial<Answers> = {}): LoyaltyGateway {
  return {
    identify: async () => ok(dmitry),
    calculate: async (request) => ok(calculationOf(request, kopecks(1500))),
    askPin: async () => ok(undefined),
    checkPin: async () => ok(undefined),
    write: async () => ok(written),
    rollback: async () => ok(undefined),
    ...replaced,
  };
}

/** One after the other; the last one stays. */
export function inTurn<Value>(
  ...outcomes: Result<Value, ServiceFailure>[]
): () => Promise<Result<Value, ServiceFailure>> {
  const left = [...outcomes];
  return async () => {
    const [next] = left;
    if (!next) throw new Error('no answer left');
    if (left.length > 1) left.shift();
    return next;
  };
}

export type TestTill = {
  readonly desk: Desk;
  readonly clock: TestClock;
  readonly jobs: PrintJobs;
  /** The program stops as by a power cut and starts again on the same journal. */
  restart(loyalty?: LoyaltyGateway): TestTill;
};

/** A desk on a real journal in a folder of its own, which `cleanUp` removes. */
export function openTill(
  loyalty: LoyaltyGateway,
  cleanUp: (task: () => void) => void,
  dir = mkdtempSync(path.join(tmpdir(), 'till-')),
): TestTill {
  const opened = openDatabase(path.join(dir, 'journal.sqlite'));
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  const db = opened.value;
  cleanUp(() => {
    db.close();
    rmSync(dir, { recursive: true, force: true });
  });
  const clock = new TestClock();
  const jobs = printJobs(db, clock);
  let lastId = 0;
  const desk = new Desk(
    {
      loyalty,
      journal: saleJournal(db, clock),
      goods,
      slips: { wake: () => {}, reprint: (receipt) => jobs.queueCopy(receipt) },
      composeSlip: (sale): SlipDocument => ({ blocks: [{ kind: 'text', text: `receipt ${sale.number}` }] }),
      clock,
      ids: { next: () => `receipt-${clock.now()}-${dir}-${++lastId}` },
    },
    { cashier: 'Смирнова О. В.', typedAmountName: 'Товары на сумму' },
    () => {},
  );
  return {
    desk,
    clock,
    jobs,
    restart: (next = loyalty) => openTill(next, cleanUp, dir),
  };
}
