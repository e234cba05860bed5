import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { settle } from '../app/testing/cashier.ts';
import { answers, openTill } from '../app/testing/till.ts';
import type { SlipPrinters } from './lane.ts';
import { PrintQueue } from './queue.ts';

/** A queue whose journal another program takes when a slip is about to be printed, or has been. */
function heldWhile(moment: 'before' | 'after') {
  const dir = mkdtempSync(path.join(tmpdir(), 'till-'));
  const till = openTill(answers(), onTestFinished, dir);
  const other = new Database(path.join(dir, 'journal.sqlite'));
  onTestFinished(() => {
    other.close();
  });
  let printed = 0;
  let isFirst = true;
  const hold = (now: typeof moment): void => {
    if (now !== moment || !isFirst) return;
    isFirst = false;
    other.exec('BEGIN EXCLUSIVE');
  };
  const printers: SlipPrinters = {
    ids: ['counter'],
    prepare: () => () => {},
    async send(_printer, _slip, _copy, watch) {
      hold('before');
      if (!watch.starting()) return { kind: 'not-started', trouble: 'failed' };
      printed += 1;
      hold('after');
      return { kind: 'confirmed', paperLow: false };
    },
  };
  const queue = new PrintQueue(till.jobs, till.gate, printers, till.clock, () => {});
  return {
    queue,
    printed: () => printed,
    letGo: () => other.exec('ROLLBACK'),
    states: () => other.prepare('SELECT state FROM print_job').pluck().all(),
    async pass(ms: number) {
      for (let passed = 0; passed < ms; passed += 50) {
        till.clock.advance(50);
        await settle();
      }
    },
  };
}

test.each(['before', 'after'] as const)(
  'a journal taken %s a slip is printed has it printed once, and known',
  async (moment) => {
    const { queue, printed, letGo, states, pass } = heldWhile(moment);
    queue.print({ blocks: [{ kind: 'text', text: 'x' }] }, 'shift');
    await settle();
    await pass(40_000);
    letGo();
    await pass(20_000);
    expect({ printed: printed(), states: states() }).toEqual({ printed: 1, states: ['confirmed'] });
  },
);
