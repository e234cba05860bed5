import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/**
 * USB devices in software, by the kernel's own gadget functions (Documentation/usb/gadget_configfs): what is plugged in here
 * appears on this machine as a device made of plastic would.
 */
const GADGETS = '/sys/kernel/config/usb_gadget';
const CONTROLLERS = '/sys/class/udc';

export type Identity = {
  readonly vendorId: string;
  readonly productId: string;
  readonly maker: string;
  readonly product: string;
  readonly serialNumber: string;
};

/** What the device can do: the kernel's name of the function, and its attributes. */
export type GadgetFunction = {
  readonly kind: 'hid' | 'acm' | 'printer';
  readonly attributes: Readonly<Record<string, string | Uint8Array>>;
};

export type Gadget = {
  plug(): void;
  unplug(): void;
  /** What the kernel says of its function, "port_num" or "dev". */
  attribute(name: string): string;
};

/** Makes a device, not yet plugged in. Its serial number names it here too. */
export function createGadget(identity: Identity, { kind, attributes }: GadgetFunction): Gadget {
  const gadget = join(GADGETS, identity.serialNumber);
  const feature = join(gadget, 'functions', `${kind}.${identity.serialNumber}`);
  const configuration = join(gadget, 'configs', 'c.1');
  const strings = join(gadget, 'strings', '0x409');
  for (const folder of [strings, configuration, feature]) mkdirSync(folder, { recursive: true });
  writeFileSync(join(gadget, 'idVendor'), `0x${identity.vendorId}`);
  writeFileSync(join(gadget, 'idProduct'), `0x${identity.productId}`);
  writeFileSync(join(strings, 'manufacturer'), identity.maker);
  writeFileSync(join(strings, 'product'), identity.product);
  writeFileSync(join(strings, 'serialnumber'), identity.serialNumber);
  for (const [name, value] of Object.entries(attributes)) writeFileSync(join(feature, name), value);
  symlinkSync(feature, join(configuration, basename(feature)));
  return {
    plug: () => writeFileSync(join(gadget, 'UDC'), freePort()),
    unplug: () => writeFileSync(join(gadget, 'UDC'), '\n'),
    attribute: (name) => readFileSync(join(feature, name), 'utf8').trim(),
  };
}

function freePort(): string {
  const used = readdirSync(GADGETS).map((name) => readFileSync(join(GADGETS, name, 'UDC'), 'utf8').trim());
  const free = readdirSync(CONTROLLERS).find((controller) => !used.includes(controller));
  if (free === undefined) throw new Error('every port of the machine is in use');
  return free;
}
