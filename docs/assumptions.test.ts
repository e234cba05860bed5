import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { ecsSchema } from '../app/settings/ecs.ts';
import { maxbonusSchema } from '../app/settings/maxbonus.ts';

const [, ...sections] = readFileSync(path.join(import.meta.dirname, 'assumptions.md'), 'utf8').split(/^## /m);

/** A line of a table: its name, its default, its setting or why it has none, and all of its cells. */
type Row = {
  readonly name: string;
  readonly standard: string;
  readonly setting: string;
  readonly cells: readonly string[];
};

function rowsOf(heading: string): readonly Row[] {
  const section = sections.find((text) => text.startsWith(`${heading}\n`)) ?? '';
  return section
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) => {
      const cells = line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim());
      const [name = '', , standard = '', setting = ''] = cells;
      return { name: inCode(name)[0] ?? '', standard, setting, cells };
    });
}

function inCode(cell: string): readonly string[] {
  return [...cell.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code);
}

function settingsOf({ setting }: Row): readonly string[] {
  return setting.startsWith('none: ') ? [] : inCode(setting);
}

/** The names in the marks of a gateway's sources; an empty one for a mark without a name. */
function marksIn(gateway: string): readonly string[] {
  const folder = path.join(import.meta.dirname, '../app/gateways', gateway);
  const sources = globSync('*.ts', { cwd: folder }).filter((file) => !file.endsWith('.test.ts'));
  const marks = sources.flatMap((file) => [
    ...readFileSync(path.join(folder, file), 'utf8').matchAll(/\[assumed(?:: ([^\]]*))?\]/g),
  ]);
  // The explanation of the mark itself has dots for a name.
  return marks.map(([, name = '']) => name).filter((name) => name !== '…');
}

function unique(names: readonly string[]): readonly string[] {
  return [...new Set(names)].sort();
}

describe.each([
  {
    heading: 'MaxBonus',
    gateway: 'maxbonus',
    profile: maxbonusSchema.parse({ baseUrl: 'https://service.example', token: 't' }),
    // What the shop wants or was given, no guess about the service.
    given: [
      'baseUrl',
      'token',
      'customerName',
      'registrationUrl',
      'offline',
      'sendGoods',
      'timeoutMs',
      'writeTimeoutMs',
    ],
    required: [],
  },
  {
    heading: 'ЕЦС',
    gateway: 'ecs',
    profile: ecsSchema.parse({
      baseUrl: 'https://bank.example',
      clientId: 'c',
      clientSecret: 's',
      connectionType: 1,
      terminalId: 1,
    }),
    given: ['baseUrl', 'clientId', 'clientSecret', 'discounts'],
    required: ['terminalId', 'connectionType'],
  },
])('$heading', ({ heading, gateway, profile, given, ...rest }) => {
  const required: readonly string[] = rest.required;
  const rows = rowsOf(heading);
  const names = rows.map(({ name }) => name);
  const standard = new Map<string, unknown>(Object.entries(profile));

  test('every assumption of the sources has its line, and every line its assumption', () => {
    expect([...names].sort()).toEqual(unique(marksIn(gateway)));
  });

  test('every line says what is assumed, what changes it or why nothing need, and what comes of being wrong', () => {
    const halves = rows.filter((row) => row.cells.length !== 5 || row.cells.includes(''));
    const silent = rows.filter((row) => !row.setting.startsWith('none: ') && settingsOf(row).length === 0);
    expect([...halves, ...silent].map(({ name }) => name)).toEqual([]);
  });

  test('settings are those of the profile, and all of them that are a guess', () => {
    const guessed = [...standard.keys()].filter((key) => !given.includes(key));
    expect(unique(rows.flatMap(settingsOf))).toEqual(guessed.sort());
  });

  test('defaults are those of the profile', () => {
    const said = rows.map((row) => [row.name, inCode(row.standard)]);
    const meant = rows.map((row) => [
      row.name,
      settingsOf(row)
        .filter((key) => !required.includes(key))
        .map((key) => JSON.stringify(standard.get(key))),
    ]);
    expect(said).toEqual(meant);
  });
});
