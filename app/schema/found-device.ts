import { z } from 'zod';
import type { FoundDevice } from '../domain/found-device.ts';

export const usbIdentity = z.object({
  vendorId: z.string().max(1_000),
  productId: z.string().max(1_000),
  serialNumber: z.string().max(1_000).exactOptional(),
});

/** A device that was found, for every border that it crosses. */
export const foundDevice = z.object({
  kind: z.enum(['serial', 'hid']),
  name: z.string().max(1_000),
  path: z.string().max(1_000),
  usb: usbIdentity.exactOptional(),
}) satisfies z.ZodType<FoundDevice>;
