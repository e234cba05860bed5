import fc from 'fast-check';
import { z } from 'zod';
import { type CommandName, commands } from '../../app/contract/commands.ts';

/** Calls that no window of ours would make, as JavaScript for the page. */

const NAMES = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'then',
  'length',
  '0',
  '',
] as const;

const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    '\u0000',
    '\ud800',
    '\udc00x',
    '\u202e',
    '%00',
    '../..',
    "'; DROP TABLE sale; --",
    'x'.repeat(50_000),
  ),
);

const leaf = fc.oneof(
  text,
  fc.constantFrom(Number.NaN, -0, Infinity, -Infinity, 2 ** 53, -1, 0.1 + 0.2, 1e308, 5e-324),
  fc.constantFrom(null, undefined, true, false, 0n, 2n ** 64n, new Date(Number.NaN)),
);

const anything = fc.oneof(
  leaf,
  fc.anything({
    key: fc.oneof(fc.constantFrom(...NAMES), fc.string()),
    values: [leaf],
    withNullPrototype: true,
    withSparseArray: true,
    withDate: true,
    withMap: true,
    withSet: true,
    withTypedArray: true,
    withBigInt: true,
    maxDepth: 3,
  }),
);

/** An object with the command's own keys and anything in them, so that no check is passed over. */
function inTheShapeOf(name: CommandName): fc.Arbitrary<unknown> {
  const schema = z.toJSONSchema(commands[name].input, { io: 'input', unrepresentable: 'any' });
  const keys = Object.keys(schema.properties ?? {});
  return fc.record(Object.fromEntries(keys.map((key) => [key, anything])), { requiredKeys: [] });
}

/** What cannot be written as a value: a ring, a getter that throws, a function, a depth without an end. */
const STRANGE = [
  '(() => { const ring = { text: [] }; ring.text.push(ring); return ring; })()',
  '({ get text() { throw new Error("no"); } })',
  '() => 1',
  'Symbol.iterator',
  'Array.from({ length: 5000 }).reduce((inner) => [inner], 0)',
  'new Proxy({}, { get() { throw new Error("no"); }, ownKeys() { return ["text"]; } })',
  'new Array(1e6)',
  'document.body',
  'JSON.parse(\'{"__proto__":{"text":"1"},"text":{"__proto__":[]}}\')',
];

export type Junk = { readonly name: string; readonly source: string };

/** Some hundred calls of which none is in the contract, in a mixed order that `seed` repeats. */
export function junkCalls(seed: number, perCommand: number): readonly Junk[] {
  const names = Object.keys(commands).filter((name): name is CommandName => Object.hasOwn(commands, name));
  const calls = names.flatMap((name, at) => {
    const isForeign = (value: unknown) => !commands[name].input.safeParse(value).success;
    const inputs = fc.sample(fc.oneof(anything, inTheShapeOf(name)).filter(isForeign), {
      seed: seed + at,
      numRuns: perCommand,
    });
    return inputs.map((input) => ({ name, source: fc.stringify(input) }));
  });
  const strange = STRANGE.map((source) => ({ name: 'sale.enter', source }));
  const unknown = [...NAMES, 'sale', 'sale.pay ', 'SALE.PAY'].map((name) => ({ name, source: '{}' }));
  const all = [...calls, ...strange, ...unknown];
  const [order = all] = fc.sample(fc.shuffledSubarray(all, { minLength: all.length }), { seed, numRuns: 1 });
  return order;
}
