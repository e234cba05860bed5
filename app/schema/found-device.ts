import { z } from 'zod';
import type { FoundDevice } from '../domain/found-device.ts';

export const usbIdentity = z.object({
  vendorId: z.string(),
  productId: z.string(),
  serialNumber: z.string().exactOptional(),
});

/** A device that was found, for every border that it crosses. */
export const foundDevice = z.object({
  kind: z.enum(['serial', 'hid']),
  name: z.string(),
  path: z.string(),
  usb: usbIdentity.exactOptional(),
}) satisfies z.ZodType<FoundDevice>;
