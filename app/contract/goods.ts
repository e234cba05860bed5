import { z } from 'zod';
import { nothing } from '../schema/values.ts';
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

/** The goods that the loyalty service is told of; a till that trains tells nobody. */
export const goodsCommands = {
  'goods.status': { input: nothing, output: goodsStatus },
  /** Sends them now; answers when that is over. */
  'goods.send': { input: nothing, output: goodsStatus },
} as const satisfies Record<string, CommandSchemas>;

export type GoodsRun = z.output<typeof goodsRun>;
export type GoodsStatus = z.output<typeof goodsStatus>;
