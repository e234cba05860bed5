import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Comparison, compare } from '../comparison.ts';
import { inTurn, series } from '../series.ts';
import { bareCommit, journalCommit } from './commit.ts';
import { bareDrain, outboxDrain } from './drain.ts';
import { listing } from './listing.ts';
import { filledJournal, openingTime } from './opening.ts';

const COMMITS = 300;
const WARM_UPS = 20;
const ENTRIES = 10_000;
const OPENINGS = 10;
const LISTED = 100_000;
const SMALL = 1_000;
const LARGE = 1_000_000;
const NO_LONGER = '≤ 20 ms';

/**
 * What the journal's care costs: storing the outcome of a receipt against a bare transaction of the same rows, the outbox's own
 * share of delivering an entry, the longest that the event loop stood still for either and the longest that the thread itself
 * worked meanwhile (the rest of a block is the disk's, or went to other programs), a page of the journal screen, and opening a
 * large journal against a small one. The journal runs as in the program, its worker beside it, but in Node.
 */
export async function journal(): Promise<readonly Comparison[]> {
  const dir = mkdtempSync(path.join(tmpdir(), 'bench-journal-'));
  try {
    return [...(await committing(dir)), ...(await draining(dir)), listed(dir), await opening(dir)];
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

async function committing(dir: string): Promise<readonly Comparison[]> {
  const ours = journalCommit(path.join(dir, 'commit.sqlite'));
  const bare = bareCommit(path.join(dir, 'commit-bare.sqlite'));
  const [commits, transactions] = [series(async (round) => ours.run(round)), series(async (round) => bare.run(round))];
  await inTurn([commits, transactions], COMMITS, WARM_UPS);
  ours.close();
  bare.close();
  const title = { name: 'journal-commit', what: 'outcome and slip on the disk / the same rows, bare', goal: '≤ 1.5 ×' };
  const longest = { name: 'journal-block', what: 'longest of these commits / of the bare ones', goal: NO_LONGER };
  return [
    compare(title, commits.samples, transactions.samples),
    compare(longest, [Math.max(...commits.samples)], [Math.max(...transactions.samples)]),
  ];
}

async function draining(dir: string): Promise<readonly Comparison[]> {
  const ours = await outboxDrain(path.join(dir, 'outbox.sqlite'), ENTRIES);
  const bare = await bareDrain(path.join(dir, 'outbox-bare.sqlite'), ENTRIES);
  const title = {
    name: 'outbox-entry',
    what: `each of ${ENTRIES} queued entries / bare changes of its rows`,
    goal: null,
  };
  const block = { name: 'outbox-block', what: 'longest block of the event loop meanwhile / bare', goal: NO_LONGER };
  const work = { name: 'outbox-work', what: 'longest work of the thread in one block / bare', goal: NO_LONGER };
  return [
    compare(title, ours.entries, bare.entries),
    compare(block, [Math.max(...ours.blocks)], [Math.max(...bare.blocks)]),
    compare(work, [Math.max(...ours.work)], [Math.max(...bare.work)]),
  ];
}

function listed(dir: string): Comparison {
  const { filtered, unfiltered } = listing(path.join(dir, 'listed.sqlite'), LISTED);
  const title = { name: 'journal-list', what: `a page of ${LISTED} receipts, by every filter / by none`, goal: null };
  return compare(title, filtered, unfiltered);
}

async function opening(dir: string): Promise<Comparison> {
  const large = filledJournal(path.join(dir, 'large.sqlite'), LARGE);
  const small = filledJournal(path.join(dir, 'small.sqlite'), SMALL);
  const [many, few] = [series(async () => openingTime(large)), series(async () => openingTime(small))];
  await inTurn([many, few], OPENINGS, 1);
  const title = { name: 'journal-open', what: `opening a journal of ${LARGE} receipts / of ${SMALL}`, goal: 'flat' };
  return compare(title, many.samples, few.samples);
}
