import type { UsbIdentity } from './found-device.ts';

/** A printer that this machine knows of, or a port that may have one at its other end. `name` is for people. */
export type FoundPrinter =
  | {
      readonly kind: 'serial' | 'usb';
      readonly name: string;
      readonly path: string;
      /** Left out by what is no USB device. */
      readonly usb?: UsbIdentity;
    }
  /** A queue of CUPS, or a printer of Windows. */
  | { readonly kind: 'cups' | 'spooler'; readonly name: string; readonly queue: string };
