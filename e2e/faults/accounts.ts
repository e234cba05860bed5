import path from 'node:path';
import Database from 'better-sqlite3';
import { z } from 'zod';
import type { Till } from '../support/till.ts';
import { onPaper } from './paper.ts';

/** What the journal, the loyalty service and the paper say of the same receipts. */

const saleRow = z.object({ id: z.string(), number: z.int(), stage: z.string() });
const returnRow = z.object({ id: z.string(), stage: z.string(), number: z.int() });
const jobRow = z.object({ kind: z.string(), state: z.string() });

/** A slip that was not printed at all, or is not done with, is none. */
const DONE: ReadonlySet<string> = new Set(['confirmed', 'unconfirmed']);

type Accounts = {
  readonly sales: readonly z.output<typeof saleRow>[];
  readonly returns: readonly z.output<typeof returnRow>[];
  readonly jobs: readonly z.output<typeof jobRow>[];
  readonly undelivered: number;
};

function journalOf({ dataDir }: Till): Accounts {
  const db = new Database(path.join(dataDir, 'journal.sqlite'), { readonly: true });
  try {
    const all = <Row>(schema: z.ZodType<Row>, sql: string): readonly Row[] =>
      z.array(schema).parse(db.prepare(sql).all());
    return {
      sales: all(saleRow, 'SELECT id, number, stage FROM sale'),
      returns: all(returnRow, 'SELECT r.id, r.stage, number FROM receipt_return AS r JOIN sale ON sale.id = sale_id'),
      jobs: all(jobRow, 'SELECT kind, state FROM print_job'),
      undelivered: z.int().parse(db.prepare('SELECT count(*) FROM outbox').pluck().get()),
    };
  } finally {
    db.close();
  }
}

/** Every way in which they disagree, in words; empty when the books are in order. */
export function disagreements(till: Till, acknowledged: ReadonlySet<string>): readonly string[] {
  const { sales, returns, jobs, undelivered } = journalOf(till);
  const { receipts } = till.maxbonus.control.ledger();
  const found: string[] = [];
  const times = <One>(all: readonly One[], one: One): number => all.filter((other) => other === one).length;
  const atService = receipts.map(({ checkNumber }) => checkNumber);
  const returnedAtService = receipts.flatMap((receipt) => receipt.returns.map(({ returnNumber }) => returnNumber));
  const slips = onPaper(till);

  if (undelivered > 0) found.push(`${undelivered} entries were not delivered`);
  for (const { id, number, stage } of sales) {
    const there = times(atService, id);
    const expected = stage === 'written' ? 1 : 0;
    if (there !== expected) found.push(`receipt ${number} is ${stage}, and ${there} times at the service`);
    if (acknowledged.has(`receipt ${number}`) && stage !== 'written')
      found.push(`receipt ${number} was lost: ${stage}`);
    const out = slips.get(`receipt ${number}`) ?? 0;
    if (out !== expected) found.push(`receipt ${number} is ${stage}, and its slip came out ${out} times`);
  }
  for (const id of atService) if (!sales.some((sale) => sale.id === id)) found.push(`receipt ${id} is in no journal`);
  for (const { id, stage } of returns) {
    const there = times(returnedAtService, id);
    if (there !== (stage === 'written' ? 1 : 0))
      found.push(`return ${id} is ${stage}, and ${there} times at the service`);
  }
  const written = returns.filter(({ stage }) => stage === 'written').map(({ number }) => number);
  for (const number of new Set(written)) {
    const out = slips.get(`return of ${number}`) ?? 0;
    const due = times(written, number);
    if (out !== due) found.push(`receipt ${number} was given back in ${due} returns, and ${out} slips came out`);
  }
  for (const { kind, state } of jobs) {
    if (!DONE.has(state)) found.push(`a slip of kind ${kind} is ${state}`);
  }
  return [...found, ...balances(till)];
}

/** Each customer's balance is what they began with, plus and minus what their receipts say. */
function balances({ maxbonus }: Till): readonly string[] {
  const { customers, receipts } = maxbonus.control.ledger();
  return customers.flatMap(({ phone, balance }) => {
    const own = receipts.filter((receipt) => receipt.phone === phone);
    const opening = OPENING.get(phone) ?? balance;
    OPENING.set(phone, opening);
    const change = own.reduce((sum, receipt) => {
      const back = receipt.returns.reduce((all, one) => all + one.restored - one.withdrawn, 0);
      return sum + receipt.accrued - receipt.redeemed + back;
    }, 0);
    return balance === opening + change ? [] : [`a customer has ${balance} instead of ${opening + change}`];
  });
}

/** Balances before the first receipt; call `disagreements` once before anything is sold. */
const OPENING = new Map<string, number>();
