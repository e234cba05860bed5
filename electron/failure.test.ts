import { expect, test } from 'vitest';
import type { JournalFailure } from '../app/journal/file/journal-file.ts';
import { PROFILE_FAULTS } from '../app/settings/profile-fault.ts';
import { sentence } from './failure.ts';
import { mainText } from './text/text.ts';

const FILE = '/till/journal.sqlite';

const FAILURES: readonly JournalFailure[] = [
  { kind: 'unusable', reason: 'unable to open database file' },
  { kind: 'damaged', reason: 'database or disk is full' },
  { kind: 'read-only' },
  { kind: 'disk-full' },
  { kind: 'busy' },
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

test.each(['ru', 'uk', 'en'] as const)('in %s every fault of a profile is a sentence of its own', (language) => {
  const text = mainText(language);
  const values = {
    line: 2,
    column: 5,
    sign: '}',
    expected: 'string',
    values: 'a, b',
    keys: 'x',
    bound: 7,
    group: 'g',
    gaps: 'id',
  };
  const said = PROFILE_FAULTS.map((code) => {
    const faults = [{ place: 'printers[0].host', code, values }];
    return sentence({ kind: 'profile', file: FILE, failure: { kind: 'invalid', faults } }, text);
  });
  expect(
    said.filter((one) => !one.includes('printers[0].host: ') || /[{}]{2}|profileFault\.|typeName\./.test(one)),
  ).toEqual([]);
  expect(new Set(said).size).toBe(PROFILE_FAULTS.length);
});

test('of many faults the first are named, and how many more there are', () => {
  const faults = Array.from({ length: 25 }, (_, place) => ({
    place: `goods[${place}].code`,
    code: 'missing' as const,
    values: {},
  }));
  const said = sentence({ kind: 'profile', file: FILE, failure: { kind: 'invalid', faults } }, mainText('ru'));
  expect(said).toContain('• goods[19].code: не указано\n… и ещё замечаний: 5');
});
