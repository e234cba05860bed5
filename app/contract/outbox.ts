import { z } from 'zod';
import { OUTBOX_KINDS } from '../domain/outbox-kind.ts';
import { nothing } from '../schema/values.ts';
import type { CommandSchemas } from './command.ts';
import { problemSchema } from './problem.ts';

/** Epoch ms. */
const moment = z.int();

const outboxRow = z.object({
  id: z.int(),
  kind: z.enum(OUTBOX_KINDS),
  /** Of the receipt; `null` where it is about none. */
  number: z.int().nullable(),
  state: z.enum(['waiting', 'dead']),
  inDoubt: z.boolean(),
  attempts: z.int(),
  at: moment,
  /** When it is tried again. */
  notBefore: moment,
  problem: problemSchema.nullable(),
  /** A person may say that the service has it, or that it does not. */
  acceptable: z.boolean(),
  deniable: z.boolean(),
});

const entry = z.object({ id: z.int() });

/** What the services have yet to be told, for a person to look at and decide about. */
export const outboxCommands = {
  'outbox.list': { input: nothing, output: z.array(outboxRow).readonly() },
  'outbox.retry': { input: entry, output: nothing },
  /** Decides that the service need not know. */
  'outbox.setAside': { input: entry, output: nothing },
  /** Says that the service has it. */
  'outbox.accept': { input: entry, output: nothing },
  /** Says that the service does not have it: it is told once more. */
  'outbox.deny': { input: entry, output: nothing },
  /** Leaves the question about a return for later: it stays in the list. */
  'outbox.later': { input: entry, output: nothing },
} as const satisfies Record<string, CommandSchemas>;

export type OutboxRow = z.output<typeof outboxRow>;
