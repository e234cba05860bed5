import { expect, test } from 'vitest';
import type { JournalFailure } from '../app/journal/file/journal-file.ts';
import { sentence } from './failure.ts';
import { mainText } from './text/text.ts';

const FILE = '/till/journal.sqlite';

const FAILURES: readonly JournalFailure[] = [
  { kind: 'unusable', reason: 'unable to open database file' },
  { kind: 'damaged', reason: 'database or disk is full' },
  { kind: 'read-only' },
  { kind: 'disk-full' },
  { kind: 'no-backup', reason: 'database or disk is full' },
  { kind: 'claimed' },
  { kind: 'too-new', version: 999 },
  { kind: 'pragma', name: 'journal_mode', value: 'delete' },
];

test.each(['ru', 'uk', 'en'] as const)(
  'in %s every failure of the journal says which file it is, and each something else',
  (language) => {
    const text = mainText(language);
    const said = FAILURES.map((failure) => sentence({ kind: 'journal', file: FILE, failure }, text));
    expect(said.filter((one) => !one.includes(FILE) || /[{}]|startup\./.test(one))).toEqual([]);
    expect(new Set(said).size).toBe(FAILURES.length);
  },
);
