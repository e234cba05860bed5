import { expect, test } from 'vitest';
import type { GoodsRun } from '../app/contract/goods.ts';
import type { Assortment } from '../app/domain/product.ts';
import { fail, ok, type Result } from '../app/domain/result.ts';
import type { ServiceFailure } from '../app/sale/ports.ts';
import { water } from '../app/testing/fixtures.ts';
import { TestClock } from '../app/testing/till.ts';
import { GoodsExport, type GoodsMemory } from './goods-export.ts';

const DAY_MS = 24 * 3_600_000;
const drinks = { code: '01', name: 'Напитки', parent: null };
const items = Array.from({ length: 2_500 }, (_, place) => ({
  ...water,
  code: String(place).padStart(5, '0'),
  group: '01',
}));
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

class Memory implements GoodsMemory {
  last: GoodsRun | null = null;
  succeededAt: number | null = null;

  keep(last: GoodsRun, succeededAt: number | null): void {
    this.last = last;
    this.succeededAt = succeededAt;
  }
}

type Answer = (portion: Assortment) => Result<number, ServiceFailure>;

function open(answer: Answer, { sending = 'daily' as 'daily' | 'never' | 'training', catalogue = items } = {}) {
  const clock = new TestClock();
  const memory = new Memory();
  const portions: Assortment[] = [];
  const importGoods = async (portion: Assortment) => {
    portions.push(portion);
    return answer(portion);
  };
  const goods = {
    after: (code: string, most: number) => catalogue.filter((item) => item.code > code).slice(0, most),
    groups: () => [drinks],
    count: () => ({ goods: catalogue.length, groups: 1 }),
  };
  const log = { info: () => {}, error: () => {} };
  const parts = { loyalty: { importGoods }, goods, memory, clock, log };
  return {
    clock,
    memory,
    portions,
    sizes: () => portions.map((one) => one.items.length),
    parts,
    exported: new GoodsExport(sending, parts),
  };
}

const all: Answer = ({ items: portion }) => ok(portion.length);

test('the whole catalogue goes in portions with its groups, and again a day later', async () => {
  const { exported, clock, memory, portions, sizes } = open(all);
  exported.start(false);
  await settle();
  expect(sizes()).toEqual([1_000, 1_000, 500]);
  expect(portions.every(({ groups }) => groups.includes(drinks))).toBe(true);
  expect(memory.last).toEqual({ at: clock.now(), taken: 2_500, problem: null });
  clock.advance(DAY_MS);
  await settle();
  expect(sizes()).toHaveLength(6);
  expect(exported.status()).toMatchObject({ sending: 'daily', running: false, goods: 2_500, succeededAt: clock.now() });
});

test('an outage is told with what was taken before it, and tried again soon; the last success stays known', async () => {
  let left = 4;
  const { exported, clock, memory } = open((portion) => {
    left -= 1;
    return left === 0 ? fail({ kind: 'unreachable' }) : all(portion);
  });
  exported.start(false);
  await settle();
  const succeededAt = clock.now();
  clock.advance(DAY_MS);
  await settle();
  expect(memory).toEqual({
    last: { at: clock.now(), taken: 0, problem: { code: 'service-unreachable' } },
    succeededAt,
  });
  clock.advance(600_000);
  await settle();
  expect(memory).toMatchObject({ last: { taken: 2_500, problem: null }, succeededAt: clock.now() });
});

test('what the service refuses is sent again a day later, not every ten minutes', async () => {
  const { exported, clock, memory, sizes } = open(() => fail({ kind: 'refused', reason: 'other', message: 'Нельзя' }));
  exported.start(false);
  await settle();
  expect(memory.last?.problem).toEqual({ code: 'service-refused', params: { message: 'Нельзя' } });
  clock.advance(600_000);
  await settle();
  expect(sizes()).toHaveLength(1);
  clock.advance(DAY_MS);
  await settle();
  expect(sizes()).toHaveLength(2);
});

test('a start within a day of the last success waits for the day to pass, unless a profile was imported', async () => {
  const { exported, clock, parts, sizes } = open(all);
  exported.start(false);
  await settle();
  clock.advance(DAY_MS / 2);
  const again = new GoodsExport('daily', parts);
  again.start(false);
  await settle();
  expect(sizes()).toHaveLength(3);
  new GoodsExport('daily', parts).start(true);
  await settle();
  expect(sizes()).toHaveLength(6);
});

test.each([
  { sending: 'never', catalogue: items },
  { sending: 'training', catalogue: items },
  { sending: 'daily', catalogue: [] },
] as const)('nothing is sent by itself when %o', async ({ sending, catalogue }) => {
  const { exported, memory, sizes } = open(all, { sending, catalogue: [...catalogue] });
  exported.start(true);
  await settle();
  expect([sizes(), memory.last]).toEqual([[], null]);
});

test('a person may have them sent; who asks meanwhile waits for the same run', async () => {
  const { exported, sizes } = open(all, { sending: 'never' });
  await Promise.all([exported.send(), exported.send()]);
  expect(sizes()).toEqual([1_000, 1_000, 500]);
});
