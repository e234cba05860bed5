import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { codesSchema } from '../app/settings/codes.ts';
import { ecsSchema } from '../app/settings/ecs.ts';
import { maxbonusSchema } from '../app/settings/maxbonus.ts';
import { PRINTER_MODELS } from '../app/settings/printer-models.ts';
import { ORDINARY_PRINTER, printerTraits } from '../app/settings/printer-traits.ts';
import { profileSchema } from '../app/settings/profile.ts';
import { QR_GAPS, slipSchema } from '../app/settings/slip.ts';
import { sumsSchema } from '../app/settings/sums.ts';
import { windowSchema } from '../app/settings/window.ts';

const guide = readFileSync(path.join(import.meta.dirname, 'integrator.md'), 'utf8');

test('every whole profile in the guide is one', () => {
  const blocks = [...guide.matchAll(/```json\n([\s\S]*?)```/g)].map((match) => match[1] ?? '');
  const profiles = blocks.filter((block) => block.includes('"version"') && block.includes('"outlet"'));
  expect(profiles.length).toBeGreaterThan(0);
  for (const block of profiles) expect(profileSchema.safeParse(JSON.parse(block)).error).toBeUndefined();
});

/** The cells of the row that begins with this key. */
function row(key: string): readonly string[] {
  const line = guide.split('\n').find((text) => text.startsWith(`| \`${key}\` `)) ?? '';
  return line.split('|').map((cell) => cell.trim());
}

test.each(Object.keys(printerTraits))('the trait %s of a printer is explained with its default', (trait) => {
  const standard = new Map<string, unknown>(Object.entries(ORDINARY_PRINTER)).get(trait);
  expect(row(trait)[3]).toBe(standard === undefined ? 'нет' : `\`${JSON.stringify(standard)}\``);
});

test.each(Object.entries(PRINTER_MODELS))('the model %s stands with all that it changes', (name, { label, traits }) => {
  const changes = Object.entries(traits).map(([trait, value]) => `\`${trait}: ${JSON.stringify(value)}\``);
  expect(row(name).slice(2, 4)).toEqual([label, changes.join(', ') || 'ничем']);
});

test.each([
  ['maxbonus', Object.keys(maxbonusSchema.shape)],
  ['ecs', Object.keys(ecsSchema.shape)],
])('every key of %s is explained', (section, keys) => {
  const [, below = ''] = guide.split(`### Раздел ${section}\n`);
  const [table = ''] = below.split('\n#');
  expect(keys.filter((key) => !table.includes(`\n| \`${key}\` `))).toEqual([]);
});

test('every key of a slip is explained', () => {
  const parts: Readonly<Record<string, readonly string[]>> = {
    show: Object.keys(slipSchema.parse({}).show),
    qr: Object.keys(slipSchema.parse({ qr: { data: 'x' } }).qr ?? {}),
  };
  const keys = Object.keys(slipSchema.shape).flatMap((key) => parts[key]?.map((part) => `${key}.${part}`) ?? [key]);
  expect(keys.filter((key) => row(`slip.${key}`).length < 5)).toEqual([]);
  expect(QR_GAPS.filter((gap) => !guide.includes(`\`{${gap}}\``))).toEqual([]);
});

test('every limit of typed sums is explained with its default', () => {
  const standard = Object.entries(sumsSchema.parse({}));
  expect(standard.map(([key]) => row(`sums.${key}`)[3])).toEqual(standard.map(([, kopecks]) => `\`${kopecks / 100}\``));
});

test('every key of the window is explained with its default', () => {
  const defaults = Object.entries(windowSchema.parse({}));
  for (const [key, value] of defaults) expect(row(`window.${key}`)[3]).toBe(`\`${JSON.stringify(value)}\``);
});

test('every key of codes is explained, and the rule that holds without one', () => {
  const keys = Object.keys(codesSchema.shape).map((key) => `codes.${key}`);
  expect(keys.filter((key) => row(key).length < 5)).toEqual([]);
  const rule = /правило одно[^`]*`21`[^`]*```json\n([\s\S]*?)```/.exec(guide)?.[1] ?? '';
  expect(codesSchema.parse({ weighed: JSON.parse(rule) })).toEqual(codesSchema.parse({}));
});

/** Every key that may stand in a profile and hold a value, with the path that leads to it. */
function keysOf(schema: unknown, path = ''): readonly string[] {
  const {
    type,
    shape,
    element,
    innerType,
    in: input,
    options,
    keyType,
  } = z
    .looseObject({
      type: z.string(),
      shape: z.record(z.string(), z.unknown()).optional(),
      element: z.unknown().optional(),
      innerType: z.unknown().optional(),
      in: z.unknown().optional(),
      options: z.array(z.unknown()).optional(),
      keyType: z.unknown().optional(),
    })
    .parse(z.object({ def: z.unknown() }).parse(schema).def);
  if (type === 'object') {
    return Object.entries(shape ?? {}).flatMap(([key, part]) => {
      const here = path === '' ? key : `${path}.${key}`;
      const below = keysOf(part, here);
      return below.length > 0 ? below : [here];
    });
  }
  // Names of requests and fields are a table of their own.
  if (keyType !== undefined) return [];
  return [element, innerType, input, ...(options ?? [])].flatMap((part) => (part ? keysOf(part, path) : []));
}

test('every key of a profile stands in the guide', () => {
  const keys = [...new Set(keysOf(profileSchema))];
  expect(keys).toEqual(
    expect.arrayContaining(['maxbonus.offline', 'slip.show.seconds', 'printers.port', 'goods.group']),
  );
  const told = new Set([...guide.matchAll(/`([^`\n]+)`/g)].flatMap(([, code = '']) => code.split(/[^\w.]+/)));
  const isTold = (key: string) => key.split('.').some((_, at, parts) => told.has(parts.slice(at).join('.')));
  expect(keys.filter((key) => !isTold(key))).toEqual([]);
});
