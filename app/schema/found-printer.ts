import { z } from 'zod';
import type { FoundPrinter } from '../domain/found-printer.ts';
import { usbIdentity } from './found-device.ts';

/** A printer that was found, for every border that it crosses. */
export const foundPrinter = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['serial', 'usb']), name: z.string(), path: z.string(), usb: usbIdentity.exactOptional() }),
  z.object({ kind: z.enum(['cups', 'spooler']), name: z.string(), queue: z.string() }),
]) satisfies z.ZodType<FoundPrinter>;
