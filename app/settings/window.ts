import { z } from 'zod';
import { INTERFACE_SIZES } from '../domain/interface-size.ts';

/** How the program stands on the screen. */
export const windowSchema = z.strictObject({
  /** Size of the interface, per cent. */
  size: z.literal(INTERFACE_SIZES).default(100),
  /** The whole screen, without a frame, closed only by a button of the settings. */
  kiosk: z.boolean().default(false),
});

export type WindowSettings = z.output<typeof windowSchema>;
