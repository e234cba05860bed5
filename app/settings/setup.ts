import type { z } from 'zod';
import { saidFault } from './faults.ts';
import type { PrinterSettings } from './printers.ts';
import { profileSchema } from './profile.ts';
import type { ScannerSettings } from './scanners.ts';

/** What of a profile is changed at the till itself: its devices and what its slips look like. No device stands there twice. */
export const setupSchema = profileSchema
  .pick({ scanners: true, printers: true, slip: true })
  .superRefine(({ scanners, printers }, context) => {
    const devices = [
      ...scanners.map((scanner, place) => ({ ...wayToScanner(scanner), path: ['scanners', place] })),
      ...printers.map((printer, place) => ({ ...wayToPrinter(printer), path: ['printers', place] })),
    ];
    const taken = new Set<string>();
    for (const { to, exact, path } of devices) {
      if (exact && taken.has(to)) context.addIssue({ code: 'custom', path, params: saidFault('duplicate') });
      taken.add(to);
    }
  });

export type Setup = z.output<typeof setupSchema>;

/** How a device is reached. Two that are reached in the same way are one, if it leads to just one: `exact`. */
type Way = { readonly to: string; readonly exact: boolean };

function wayToScanner(scanner: ScannerSettings): Way {
  // The window has one way to tell the codes of a scanner that types from what a person types.
  return scanner.kind === 'wedge' ? { to: 'keyboard', exact: true } : wayToPort(scanner);
}

export function wayToPrinter(printer: PrinterSettings): Way {
  switch (printer.kind) {
    case 'tcp':
      return { to: `tcp ${printer.host.toLowerCase()}:${printer.port}`, exact: true };
    case 'serial':
    case 'usb':
      return wayToPort(printer);
    case 'cups':
      return { to: `cups ${printer.server ?? ''} ${printer.queue}`, exact: true };
    case 'spooler':
      return { to: `spooler ${printer.queue}`, exact: true };
  }
}

type Port = { readonly path?: string | undefined } & Pick<Extract<ScannerSettings, { kind: 'hid' }>, 'usb'>;

/** A USB device is the same one at whatever port; without a serial number any of its model is meant, and there may be two. */
function wayToPort({ usb, path }: Port): Way {
  if (!usb) return { to: `port ${path ?? ''}`, exact: path !== undefined };
  const { vendorId, productId, serialNumber } = usb;
  return { to: `usb ${vendorId}:${productId} ${serialNumber ?? ''}`, exact: serialNumber !== undefined };
}
