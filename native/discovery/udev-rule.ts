import { basename } from 'node:path';
import type { FoundDevice } from '../../app/domain/found-device.ts';

/**
 * The line for a file in /etc/udev/rules.d that lets whoever sits at the till use the device; the file's number must be
 * below 73, where `uaccess` is acted upon. USB devices are named by their model, so that the line holds for any port.
 */
export function udevRule({ kind, path, usb }: FoundDevice): string {
  const which = kind === 'hid' ? 'KERNEL=="hidraw*"' : 'SUBSYSTEM=="tty"';
  const model = usb
    ? `${which}, ATTRS{idVendor}=="${usb.vendorId}", ATTRS{idProduct}=="${usb.productId}"`
    : `KERNEL=="${basename(path)}"`;
  return `${model}, MODE="0660", TAG+="uaccess"`;
}
