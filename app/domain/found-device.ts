/** Who a USB device says that it is. Numbers are four lower-case hexadecimal digits: "0c2e". */
export type UsbIdentity = {
  readonly vendorId: string;
  readonly productId: string;
  readonly serialNumber?: string;
};

/** A device that is plugged in and may be a scanner. */
export type FoundDevice = {
  /** A port with anything at its other end, or what says by itself that it is a barcode scanner. */
  readonly kind: 'serial' | 'hid';
  /** For people: maker and product as the device words them, else the path. */
  readonly name: string;
  readonly path: string;
  /** Left out by what is no USB device: a port on the board, a pseudo-terminal. */
  readonly usb?: UsbIdentity;
};
