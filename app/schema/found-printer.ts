import { z } from 'zod';
import type { FoundPrinter } from '../domain/found-printer.ts';
import { usbIdentity } from './found-device.ts';

/** A printer that was found, for every border that it crosses. */
export const foundPrinter = z.discriminatedUnion('kind', [
  z.object({
    kind: z.enum(['serial', 'usb']),
    name: z.string().max(1_000),
    path: z.string().max(1_000),
    usb: usbIdentity.exactOptional(),
  }),
  z.object({ kind: z.enum(['cups', 'spooler']), name: z.string().max(1_000), queue: z.string().max(1_000) }),
]) satisfies z.ZodType<FoundPrinter>;
