import { z } from 'zod';
import { SIZE_STEPS } from '../domain/interface-size.ts';
import { nothing } from '../schema/values.ts';
import type { CommandSchemas } from './command.ts';

/** The window and the program behind it. */
export const windowCommands = {
  /** Makes the interface larger or smaller; remembered over restarts. */
  'window.resize': { input: z.object({ step: z.enum(SIZE_STEPS) }), output: nothing },
  /** Asks the keychain again for the keys of the services; what comes of it shows in the snapshot. */
  'keys.readAgain': { input: nothing, output: nothing },
  /** Closes the program where nothing else does: in kiosk mode. Asks about what is unfinished, as always. */
  'window.leave': { input: nothing, output: nothing },
} as const satisfies Record<string, CommandSchemas>;
