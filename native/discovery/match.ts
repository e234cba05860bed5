import type { FoundDevice } from '../../app/domain/found-device.ts';

/** The device that is looked for: one of a model or, with a serial number, just the one. */
export type WantedUsb = {
  readonly vendorId: string;
  readonly productId: string;
  readonly serialNumber?: string | undefined;
};

export function isWanted({ usb }: Pick<FoundDevice, 'usb'>, wanted: WantedUsb): boolean {
  if (usb?.vendorId !== wanted.vendorId || usb.productId !== wanted.productId) return false;
  return wanted.serialNumber === undefined || usb.serialNumber === wanted.serialNumber;
}
