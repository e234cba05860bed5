import path from 'node:path';
import Database from 'better-sqlite3';
import { z } from 'zod';
import { TRAINING_BANK } from '../../app/training/ecs/bank.ts';
import type { EcsTill } from '../support/ecs-till.ts';
import { onPaper } from './paper.ts';

const caseRow = z.object({ id: z.int(), stage: z.string(), transactionId: z.int() });

/** Every way in which the journal and the ЕЦС disagree about benefits, in words; empty when the books are in order. */
export function benefitDisagreements(till: EcsTill, acknowledged: ReadonlySet<string>): readonly string[] {
  const { dataDir, ecs } = till;
  const db = new Database(path.join(dataDir, 'journal.sqlite'), { readonly: true });
  const rows = db.prepare("SELECT id, stage, body ->> '$.transactionId' AS transactionId FROM benefit_case").all();
  db.close();
  const cases = z.array(caseRow).parse(rows);
  const { transactions } = ecs.control.ledger();
  const slips = onPaper(till);
  const found: string[] = [];
  for (const { id, stage, transactionId } of cases) {
    const there = transactions.filter((transaction) => transaction.id === transactionId);
    const [at] = there;
    if (!at || there.length > 1) found.push(`benefit ${id} is ${there.length} times at the ЕЦС`);
    else if ((at.state === 'confirmed') !== (stage === 'confirmed')) {
      found.push(`benefit ${id} is ${stage}, and ${at.state} at the ЕЦС`);
    }
    const out = slips.get(`benefit ${transactionId}`) ?? 0;
    if (out !== (stage === 'confirmed' ? 1 : 0)) {
      found.push(`benefit ${id} is ${stage}, and its slip came out ${out} times`);
    }
    if (stage === 'confirming') found.push(`benefit ${id} is not delivered`);
    if (acknowledged.has(`benefit ${id}`) && stage !== 'confirmed') found.push(`benefit ${id} was lost: ${stage}`);
  }
  for (const { id, state, organization } of transactions) {
    const isOurs = cases.some(({ transactionId }) => transactionId === id);
    const isHere = organization === TRAINING_BANK.organization.shortName;
    if (state === 'confirmed' && isHere && !isOurs) found.push(`transaction ${id} is in no journal`);
  }
  return found;
}
