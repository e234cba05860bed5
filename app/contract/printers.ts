import { z } from 'zod';
import { nothing } from '../schema/values.ts';
import type { CommandSchemas } from './command.ts';
import { LONGEST } from './limits.ts';

const job = z.int();

/** Slips that a person has to see to, and the cash drawer. */
export const printerCommands = {
  /** The slip in doubt is on paper. */
  'print.settle': { input: z.object({ job }), output: nothing },
  /** Prints a slip in doubt once more, as a copy; asks the printer of a waiting one at once. */
  'print.again': { input: z.object({ job }), output: nothing },
  'print.elsewhere': { input: z.object({ job, printer: z.string().max(LONGEST.printer) }), output: nothing },
  'print.cancel': { input: z.object({ job }), output: nothing },
  'drawer.open': { input: nothing, output: nothing },
} as const satisfies Record<string, CommandSchemas>;
