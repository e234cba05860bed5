import { expect, test } from 'vitest';
import type { Product } from '../app/domain/product.ts';
import { fail, ok, type Result } from '../app/domain/result.ts';
import type { ServiceFailure } from '../app/sale/ports.ts';
import { water } from '../app/testing/fixtures.ts';
import { TestClock } from '../app/testing/till.ts';
import { GoodsExport } from './goods-export.ts';

const products: readonly Product[] = Array.from({ length: 2_500 }, (_, place) => ({
  ...water,
  code: String(place).padStart(5, '0'),
}));
const goods = {
  after: (code: string, most: number) => products.filter((product) => product.code > code).slice(0, most),
};
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

function open(answer: (portion: readonly Product[]) => Result<number, ServiceFailure>) {
  const clock = new TestClock();
  const logged: unknown[] = [];
  const log = { info: (_event: string, fields?: unknown) => logged.push(fields), error: () => {} };
  new GoodsExport({ importGoods: async (portion) => answer(portion) }, goods, clock, log).start();
  return { clock, logged };
}

test('the whole catalogue goes in portions, and again a day later', async () => {
  const sizes: number[] = [];
  const { clock, logged } = open((portion) => ok(sizes.push(portion.length) && portion.length));
  await settle();
  expect(sizes).toEqual([1_000, 1_000, 500]);
  clock.advance(24 * 3_600_000);
  await settle();
  expect(logged).toEqual([{ sent: 2_500 }, { sent: 2_500 }]);
});

test('a failure is logged and tried again soon', async () => {
  let failing = true;
  const { clock, logged } = open((portion) => (failing ? fail({ kind: 'unreachable' }) : ok(portion.length)));
  await settle();
  failing = false;
  clock.advance(600_000);
  await settle();
  expect(logged).toEqual([{ sent: 'failed' }, { sent: 2_500 }]);
});
