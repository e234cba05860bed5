import { expect, test } from 'vitest';
import { isSendable } from './message-size.ts';

const deep = (levels: number): unknown => (levels === 0 ? 1 : { a: deep(levels - 1) });
const circular: { self?: unknown } = {};
circular.self = circular;

test.each([
  ['nothing', undefined],
  ['what a scanner types', { text: '46'.repeat(100), at: 1 }],
  [
    'settings with a hundred devices',
    { printers: Array.from({ length: 100 }, () => ({ kind: 'tcp', host: 'h'.repeat(200) })) },
  ],
])('%s is sent', (_what, message) => expect(isSendable(message)).toBe(true));

test.each([
  ['a text without end', { text: 'x'.repeat(1e7) }],
  ['names without end', { ['x'.repeat(1e7)]: 1 }],
  ['a list without end', { lines: Array.from({ length: 1e6 }, () => 1) }],
  ['an object with too much in it', Object.fromEntries(Array.from({ length: 30_000 }, (_, place) => [place, 1]))],
  ['what is too deep', deep(100)],
  ['what has itself in it', circular],
  ['bytes', new Uint8Array(10)],
  ['a function', { call: () => 1 }],
])('%s is not', (_what, message) => expect(isSendable(message)).toBe(false));
