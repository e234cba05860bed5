import { z } from 'zod';
import { type Kopecks, LARGEST_AMOUNT } from '../domain/money.ts';
import type { Problem } from '../domain/problem.ts';
import { LARGEST_QUANTITY, type Quantity } from '../domain/quantity.ts';
import type { Result } from '../domain/result.ts';
import { viewSchema } from './view.ts';

/**
 * The one map of what the renderer may ask. For each command: the schema of its input and of its answer. electron/ipc.ts
 * checks sender and input of every call and answers `Result<output, Problem>`; nothing else passes between the processes.
 */
const nothing = z.undefined();
const amount = z
  .int()
  .min(0)
  .max(LARGEST_AMOUNT)
  .transform((value) => value as Kopecks);
const thousandths = z
  .int()
  .min(1)
  .max(LARGEST_QUANTITY)
  .transform((value) => value as Quantity);
const lineIndex = z.int().min(1);

export const commands = {
  /** The snapshot to start from; later ones are pushed. */
  'view.current': { input: nothing, output: viewSchema },
  /** What was typed into the universal field: goods, phone, card, short code or a sum. */
  'sale.enter': { input: z.object({ text: z.string().trim().min(1).max(4096) }), output: nothing },
  /** Settles an open question by the place of an option. */
  'sale.answer': { input: z.object({ question: z.int(), option: z.int().min(0) }), output: nothing },
  'sale.dismissQuestion': { input: z.object({ question: z.int() }), output: nothing },
  'line.setQuantity': { input: z.object({ index: lineIndex, quantity: thousandths }), output: nothing },
  'line.remove': { input: z.object({ index: lineIndex }), output: nothing },
  'customer.remove': { input: nothing, output: nothing },
  /** Has the service calculate the receipt with the sum of bonuses to take off; 0 for none. */
  'sale.calculate': { input: z.object({ redemption: amount }), output: nothing },
  'pin.ask': { input: nothing, output: nothing },
  'pin.check': { input: z.object({ pin: z.string().regex(/^\d{3,8}$/) }), output: nothing },
  /** Pays and writes the receipt. `due` is what the cashier saw: if it differs by now, nothing is written. */
  'sale.pay': { input: z.object({ due: amount, cash: amount, card: amount }), output: nothing },
  /** Tries again to learn the outcome of a write in doubt. */
  'sale.resolve': { input: nothing, output: nothing },
  /** Takes the receipt off the desk: a written one is done with, an open one is cancelled. */
  'sale.new': { input: nothing, output: nothing },
  'slip.reprint': { input: nothing, output: nothing },
  'notice.dismiss': { input: z.object({ id: z.int() }), output: nothing },
} as const satisfies Record<string, { input: z.ZodType; output: z.ZodType }>;

export type Commands = typeof commands;
export type CommandName = keyof Commands;
/** What a caller passes. */
export type CommandInput<Name extends CommandName> = z.input<Commands[Name]['input']>;
/** What a handler receives, checked. */
export type CheckedInput<Name extends CommandName> = z.output<Commands[Name]['input']>;
export type CommandOutput<Name extends CommandName> = z.output<Commands[Name]['output']>;
export type Answer<Name extends CommandName> = Result<CommandOutput<Name>, Problem>;

/** The whole surface the preload gives to the renderer. */
export type Bridge = {
  invoke<Name extends CommandName>(command: Name, input: CommandInput<Name>): Promise<Answer<Name>>;
  /** Calls the listener with every new snapshot; gives back how to stop. */
  subscribe(listener: (view: unknown) => void): () => void;
};
