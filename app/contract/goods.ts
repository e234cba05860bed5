import { z } from 'zod';
import { amount, nothing } from '../schema/values.ts';
import type { CommandSchemas } from './command.ts';
import { problemSchema } from './problem.ts';

/** One time that the goods were sent to the loyalty service. */
export const goodsRun = z.object({
  /** When it ended, epoch ms. */
  at: z.int(),
  /** Goods that the service took, also of a run that failed later on. */
  taken: z.int(),
  /** Why it took no more. */
  problem: problemSchema.nullable(),
});

const goodsStatus = z.object({
  sending: z.enum(['never', 'daily', 'training']),
  running: z.boolean(),
  /** How many of each the catalogue has. */
  goods: z.int(),
  groups: z.int(),
  last: goodsRun.nullable(),
  /** When all were taken last, epoch ms. */
  succeededAt: z.int().nullable(),
});

const foundGoods = z.object({
  goods: z.array(
    z.object({
      code: z.string(),
      barcode: z.string().nullable(),
      name: z.string(),
      price: amount,
      weighed: z.boolean(),
    }),
  ),
  /** There are more than these. */
  more: z.boolean(),
});

/** What the shop sells, and what the loyalty service is told of it; a till that trains tells nobody. */
export const goodsCommands = {
  'goods.status': { input: nothing, output: goodsStatus },
  /** Sends them now; answers when that is over. */
  'goods.send': { input: nothing, output: goodsStatus },
  /** Goods by words of their name in any order, at most fifty. */
  'goods.find': { input: z.object({ text: z.string().max(100) }), output: foundGoods },
} as const satisfies Record<string, CommandSchemas>;

export type GoodsRun = z.output<typeof goodsRun>;
export type GoodsStatus = z.output<typeof goodsStatus>;
export type FoundProduct = z.output<typeof foundGoods>['goods'][number];
