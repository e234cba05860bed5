import { z } from 'zod';

/** Four hexadecimal digits as `lsusb` and the device manager show them: "0c2e". */
const usbNumber = z
  .string()
  .regex(/^[0-9A-Fa-f]{4}$/)
  .toLowerCase();

/** One device or, without a serial number, any of a model: it is found by this wherever it is plugged in. */
export const usb = z.strictObject({
  vendorId: usbNumber,
  productId: usbNumber,
  serialNumber: z.string().min(1).max(126).optional(),
});
