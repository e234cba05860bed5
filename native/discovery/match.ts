import type { FoundDevice } from '../../app/domain/found-device.ts';

/** The device that is looked for: one of a model or, with a serial number, just the one. */
export type WantedUsb = {
  readonly vendorId: string;
  readonly productId: string;
  readonly serialNumber?: string | undefined;
};

/** How a device is named in the settings. */
export type WantedDevice = { readonly path?: string | undefined; readonly usb?: WantedUsb | undefined };

/**
 * Where the device may be: wherever the wanted USB device is; at the given path only if no USB device is wanted, or if what is
 * there does not tell that it is another one.
 * @param list what is there
 * @param at what is at a path; `null` for nothing
 */
export async function placesOf<Device extends Pick<FoundDevice, 'usb'>>(
  { path, usb }: WantedDevice,
  list: () => Promise<readonly Device[]>,
  at: (path: string) => Promise<Device | null>,
): Promise<readonly Device[]> {
  if (usb) {
    const wanted = (await list()).filter((device) => isWanted(device, usb));
    if (wanted.length > 0) return wanted;
  }
  if (path === undefined) return [];
  const device = await at(path);
  return !device || (usb && device.usb) ? [] : [device];
}

export function isWanted({ usb }: Pick<FoundDevice, 'usb'>, wanted: WantedUsb): boolean {
  if (usb?.vendorId !== wanted.vendorId || usb.productId !== wanted.productId) return false;
  return wanted.serialNumber === undefined || usb.serialNumber === wanted.serialNumber;
}
