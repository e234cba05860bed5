import type { z } from 'zod';
import type { Problem } from '../domain/problem.ts';
import type { Result } from '../domain/result.ts';
import { nothing } from '../schema/values.ts';
import { benefitCommands } from './benefit.ts';
import type { CommandSchemas } from './command.ts';
import { goodsCommands } from './goods.ts';
import { journalCommands } from './journal.ts';
import { outboxCommands } from './outbox.ts';
import { printerCommands } from './printers.ts';
import { saleCommands } from './sale.ts';
import { setupCommands } from './setup.ts';
import { shiftCommands } from './shift.ts';
import { viewSchema } from './view.ts';
import { windowCommands } from './window.ts';

/**
 * The one map of what the renderer may ask. For each command: the schema of its input and of its answer. electron/ipc.ts
 * checks sender and input of every call and answers `Result<output, Problem>`; nothing else passes between the processes.
 */
export const commands = {
  /** The snapshot to start from; later ones are pushed. */
  'view.current': { input: nothing, output: viewSchema },
  ...saleCommands,
  ...outboxCommands,
  ...benefitCommands,
  ...printerCommands,
  ...journalCommands,
  ...shiftCommands,
  ...setupCommands,
  ...goodsCommands,
  ...windowCommands,
} as const satisfies Record<string, CommandSchemas>;

export type Commands = typeof commands;
export type CommandName = keyof Commands;
/** What a caller passes. */
export type CommandInput<Name extends CommandName> = z.input<Commands[Name]['input']>;
/** What a handler receives, checked. */
export type CheckedInput<Name extends CommandName> = z.output<Commands[Name]['input']>;
export type CommandOutput<Name extends CommandName> = z.output<Commands[Name]['output']>;
export type Answer<Name extends CommandName> = Result<CommandOutput<Name>, Problem>;

/** An answer and the revision of the snapshot that shows what the command changed; the two travel apart. */
export type Answered<Name extends CommandName> = { readonly answer: Answer<Name>; readonly revision: number };

/** The whole surface the preload gives to the renderer. */
export type Bridge = {
  invoke<Name extends CommandName>(command: Name, input: CommandInput<Name>): Promise<Answered<Name>>;
  /** Calls the listener with every new snapshot; gives back how to stop. */
  subscribe(listener: (view: unknown) => void): () => void;
};
