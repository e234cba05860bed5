import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { interfaceWords } from './interface-words.ts';

const read = (file: string): string => readFileSync(path.join(import.meta.dirname, file), 'utf8');
const page = read('maxbonus-scenarios.md');

/** `[client.test]: ../app/…/client.test.ts`: files by their names. */
const files = new Map([...page.matchAll(/^\[([^\]]+)\]: (\S+)$/gm)].map(([, name = '', file = '']) => [name, file]));

/** Cells below the heads of the two tables: a scenario or fault, what comes of it, and two columns of tests. */
const rows = page
  .split('\n')
  .filter((line) => line.startsWith('|') && !/^\| (scenario|fault|-+) /.test(line))
  .map((line) => line.split('|').slice(1, -1));

/** ``[client.test] › `a group` › `a test` ``; groups may be left out. */
const CITATION = /\[([^\]]+)\]((?: › `[^`]+`)+)/g;
const citations = [...rows.flat().join('\n').matchAll(CITATION)].flatMap(([, name = '', titles = '']) =>
  [...titles.matchAll(/`([^`]+)`/g)].map(([, title = '']) => ({ name, title })),
);

test('every row says for both kinds of tests which there are, or that there is none', () => {
  expect(rows.length).toBeGreaterThan(0);
  for (const [what, outcome, ...tests] of rows) {
    expect([what, outcome].every((cell) => cell?.trim())).toBe(true);
    expect(tests).toHaveLength(2);
    for (const cell of tests) expect(cell.replaceAll(CITATION, 'test').trim()).toMatch(/^(none|test(; test)*)$/);
  }
});

test('every test and every group that is named stands in its file', () => {
  const missing = citations.filter(({ name, title }) => {
    const source = read(files.get(name) ?? `${name}, a file without an address`);
    return ![`'${title}',`, `"${title}",`, `\`${title}\`,`].some((written) => source.includes(written));
  });
  expect(missing).toEqual([]);
});

test('every end-to-end test of MaxBonus has its row, and every file listed is cited', () => {
  const cited = new Set(citations.map(({ name }) => files.get(name)));
  for (const spec of globSync('../e2e/maxbonus/*.spec.ts', { cwd: import.meta.dirname })) expect(cited).toContain(spec);
  expect([...files.values()].filter((file) => !cited.has(file))).toEqual([]);
});

test('what the cashier reads is what the screen says', () => {
  const quoted = rows.flatMap(([, outcome = '']) => [...outcome.matchAll(/«([^»]+)»/g)]);
  // Sentences with numbers or with words of the service in them are filled in.
  const whole = quoted.flatMap(([, text = '']) => text.split(/(?<=[.!]) /)).filter((text) => !/\d|…/.test(text));
  expect(whole.length).toBeGreaterThan(0);
  expect(whole.filter((sentence) => !interfaceWords.includes(sentence))).toEqual([]);
});
