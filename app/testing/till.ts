import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { CodeRules } from '../domain/codes/recognise.ts';
import { kopecks } from '../domain/money.ts';
import type { Product } from '../domain/product.ts';
import { ok, type Result } from '../domain/result.ts';
import type { SlipDocument } from '../domain/slip.ts';
import { openDatabase } from '../journal/database.ts';
import { journalGate } from '../journal/gate.ts';
import { openJournal } from '../journal/journal.ts';
import { PIN_KEY_BYTES, type PinSeal, pinSeal } from '../journal/pin-seal.ts';
import { type PrintJobs, printJobs } from '../journal/print-jobs.ts';
import type { BenefitSettings } from '../sale/benefits/benefit-state.ts';
import type { BenefitGateway } from '../sale/benefits/ports.ts';
import { Desk } from '../sale/desk.ts';
import type { LoyaltyRules } from '../sale/loyalty-rules.ts';
import type { ReturnPolicy } from '../sale/outbox/return-courier.ts';
import type { Catalogue, Clock, JournalGate, LoyaltyGateway, ServiceFailure } from '../sale/ports.ts';
import type { OfflinePolicy } from '../sale/receipt-writer.ts';
import type { WriteOutcome } from '../sale/sale.ts';
import { bag, calculationOf, cheese, dmitry, lard, NO_RULES, water } from './fixtures.ts';

/** A clock that stands until it is moved; `after` tasks run when their time has come. */
export class TestClock implements Clock {
  #elapsed = 0;
  #startedAt = Date.UTC(2026, 10, 21, 9, 17);
  #tasks: { readonly at: number; readonly task: () => void }[] = [];

  now = (): number => this.#startedAt + this.#elapsed;
  elapsed = (): number => this.#elapsed;

  after(delayMs: number, task: () => void): () => void {
    const entry = { at: this.#elapsed + delayMs, task };
    this.#tasks.push(entry);
    return () => {
      this.#tasks = this.#tasks.filter((other) => other !== entry);
    };
  }

  advance(ms: number): void {
    this.#elapsed += ms;
    const due = this.#tasks.filter(({ at }) => at <= this.#elapsed);
    this.#tasks = this.#tasks.filter(({ at }) => at > this.#elapsed);
    for (const { task } of due) task();
  }

  /** Somebody sets it: no time passes. */
  putForward(ms: number): void {
    this.#startedAt += ms;
  }
}

const SHARED: readonly Product[] = [water, bag, lard, cheese];

const goods: Catalogue = {
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

/** A journal that nobody else has. */
export const FREE: JournalGate = { isFree: () => true, whenFree: async () => {} };

/** A loyalty service that knows one customer; a test replaces the answers it is about. */
export function answers(replaced: Partial<Answers> = {}): LoyaltyGateway {
  return {
    identify: async () => ok(dmitry),
    calculate: async (request) => ok(calculationOf(request, kopecks(1500))),
    askPin: async () => ok(undefined),
    checkPin: async () => ok(undefined),
    write: async () => ok(written),
    rollback: async () => ok(undefined),
    returnReceipt: async () => ok({ restored: kopecks(0), withdrawn: kopecks(250), balance: null, text: [] }),
    certificate: async (code, pin) => ok({ code, pin, balance: kopecks(100_000) }),
    requestRegistration: async () => ok('ticket'),
    repeatRegistrationPin: async () => ok(undefined),
    register: async () => ok(dmitry),
    sendChatBot: async () => ok(undefined),
    importGoods: async ({ items }) => ok(items.length),
    ...replaced,
  };
}

/** One after the other; the last one stays. */
export function inTurn<Value, Failure = ServiceFailure>(
  ...outcomes: Result<Value, Failure>[]
): () => Promise<Result<Value, Failure>> {
  const left = [...outcomes];
  return async () => {
    const [next] = left;
    if (!next) throw new Error('no answer left');
    if (left.length > 1) left.shift();
    return next;
  };
}

const slipSaying = (text: string): SlipDocument => ({ blocks: [{ kind: 'text', text }] });

/** Ids differ over restarts, as UUIDs do. */
let lastId = 0;

const TEST_RULES: LoyaltyRules = {
  promoCase: 'upper',
  phoneCountry: 'RU',
  smsPauseMs: 60_000,
  certificatePin: [/пин/i],
  pinExpired: [/устарел/i],
};

/** As a keychain keeps it over a restart. */
const KEPT = pinSeal(() => Buffer.alloc(PIN_KEY_BYTES, 7));

const CASHIER = 'Смирнова О. В.';

export type TestTill = {
  readonly desk: Desk;
  readonly clock: TestClock;
  readonly jobs: PrintJobs;
  readonly gate: JournalGate;
  /** Whether the printer is made ready for a slip that may come. */
  expectsSlip(): boolean;
  /** The slip that waits longest for the printer. */
  nextSlip(): SlipDocument | null;
  /** The printer takes that slip. */
  printSlip(): void;
  /** The program stops as by a power cut and starts again on the same journal. */
  restart(loyalty?: LoyaltyGateway, seal?: PinSeal): TestTill;
};

/** An ЕЦС as a test has it. */
export type TestEcs = { readonly gateway: BenefitGateway; readonly settings: BenefitSettings };

/** A desk on a real journal in a folder of its own, which `cleanUp` removes. */
export function openTill(
  loyalty: LoyaltyGateway,
  cleanUp: (task: () => void) => void,
  dir = mkdtempSync(path.join(tmpdir(), 'till-')),
  codes: CodeRules = NO_RULES,
  offline: OfflinePolicy = 'queue',
  ecs: TestEcs | null = null,
  returns: ReturnPolicy = 'ask',
  seal = KEPT,
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
  const gate = journalGate(db, clock, () => {});
  let expected = 0;
  const desk = new Desk(
    {
      loyalty,
      ...openJournal(db, clock, CASHIER, seal),
      gate,
      benefits: ecs?.gateway ?? null,
      goods,
      slips: {
        wake: () => {},
        expect() {
          expected += 1;
          return () => {
            expected -= 1;
          };
        },
        print: (slip, kind, copy) => jobs.queue(slip, kind, copy),
        reprint: (receipt) => jobs.queueCopy(receipt),
      },
      compose: {
        sale: (sale) => slipSaying(`receipt ${sale.number}`),
        receiptReturn: (receipt, { given }) => slipSaying(`return of ${given.length} of ${receipt.number}`),
        notice: (sale) => slipSaying(`receipt ${sale.number} waits`),
        refusal: (sale) => slipSaying(`receipt ${sale.number} refused`),
        shift: (report) => slipSaying(`${report.kind} ${report.number}`),
        registration: (customer) => slipSaying(`welcome ${customer.phoneEnding}`),
        benefit: ({ id, category }) => slipSaying(`benefit ${id}: ${category?.name}`),
      },
      clock,
      ids: { next: () => `receipt-${++lastId}` },
      random: () => 0.5,
    },
    {
      cashier: CASHIER,
      offline,
      returns,
      codes,
      loyalty: TEST_RULES,
      benefits: ecs?.settings ?? null,
      sums: {
        names: { typedAmount: 'Товары на сумму', markup: 'Наценка' },
        confirmAbove: kopecks(100_000_00),
        largest: kopecks(1_000_000_00),
      },
    },
    { changed: () => {}, loyaltyAnswered: () => {}, failed: () => {}, benefitsAnswered: () => {} },
  );
  return {
    desk,
    clock,
    jobs,
    gate,
    expectsSlip: () => expected > 0,
    nextSlip: () => jobs.next('printer', true)?.slip ?? null,
    printSlip() {
      const job = jobs.next('printer', true);
      if (job) jobs.end(job.id, 'confirmed');
    },
    restart: (next = loyalty, key = seal) => openTill(next, cleanUp, dir, codes, offline, ecs, returns, key),
  };
}
