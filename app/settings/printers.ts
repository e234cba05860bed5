import { isIP } from 'node:net';
import { z } from 'zod';
import { saidFault } from './faults.ts';
import { printerTraits, withTraits } from './printer-traits.ts';
import { as } from './profile-fault.ts';
import { usb } from './usb.ts';

const port = z.int().min(1).max(65535);

/** A name or an address alone: `10.0.0.5:9100`, `http://printer` or one with blanks would never be found. */
const host = z
  .string()
  .trim()
  .min(1)
  .max(255)
  .pipe(
    z.string().refine((text) => isIP(text) > 0 || /^[\p{L}\d]([\p{L}\d._-]*[\p{L}\d])?$/u.test(text), {
      error: as('host-alone'),
      params: saidFault('wrong-form'),
    }),
  );

/** What every printer has, however it is connected. */
const common = {
  name: z.string().min(1).max(40).optional(),
  /** Opens the cash drawer by itself when cash was taken. */
  drawer: z.enum(['cash', 'never']).default('never'),
  ...printerTraits,
};

/**
 * For printers that can be spoken with. `auto`: asked for its status, and one that never answers is printed on all the same;
 * `always`: one that does not answer is taken for switched off; `none`: not asked.
 */
const status = z.enum(['auto', 'always', 'none']).default('auto');

const PLACE_NEEDED = { error: as('place-needed'), path: ['path'], params: saidFault('required') };

const tcp = z.strictObject({
  kind: z.literal('tcp'),
  host,
  port: port.default(9100),
  status,
  ...common,
});

/** RS-232, or USB that shows as a serial port. */
const serial = z
  .strictObject({
    kind: z.literal('serial'),
    /** With `usb` only a fallback: for a device that does not tell who it is. */
    path: z.string().min(1).optional(),
    usb: usb.optional(),
    baudRate: z.int().min(300).max(921_600).default(9600),
    /** How the printer holds back what it cannot take yet. */
    flow: z.enum(['none', 'rts-cts', 'xon-xoff']).default('none'),
    status,
    ...common,
  })
  .refine(hasPlace, PLACE_NEEDED);

/** The printer class of USB, on Linux. */
const usbPrinter = z
  .strictObject({
    kind: z.literal('usb'),
    /** `/dev/usb/lp0`; with `usb` a fallback as above. */
    path: z.string().min(1).optional(),
    usb: usb.optional(),
    status,
    ...common,
  })
  .refine(hasPlace, PLACE_NEEDED);

/** A queue of CUPS that takes bytes as they are. */
const cups = z.strictObject({
  kind: z.literal('cups'),
  queue: z.string().regex(/^[^\s/#]{1,127}$/),
  /** Host and port, or the path of a socket; left out, the service of this machine. */
  server: z.string().min(1).optional(),
  ...common,
});

/** A printer of Windows. */
const spooler = z.strictObject({ kind: z.literal('spooler'), queue: z.string().min(1).max(220), ...common });

/** How the till's printers are connected, and what they are like. */
export const printerSchema = z
  .discriminatedUnion('kind', [tcp, serial, usbPrinter, cups, spooler])
  .transform(withTraits);

export type PrinterSettings = z.output<typeof printerSchema>;
/** Settings of one kind of connection. */
export type PrinterOf<Kind extends PrinterSettings['kind']> = Extract<PrinterSettings, { kind: Kind }>;

/** Names a printer for as long as it keeps its place in the profile; its light and its slips go by it. */
export function printerId(place: number): string {
  return `printer-${place}`;
}

function hasPlace({ path, usb }: { readonly path?: string | undefined; readonly usb?: object | undefined }): boolean {
  return path !== undefined || usb !== undefined;
}
