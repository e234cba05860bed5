import type { PrinterDraft, ScannerDraft, SetupView } from '../../../app/contract/setup.ts';
import type { FoundDevice, UsbIdentity } from '../../../app/domain/found-device.ts';
import type { FoundPrinter } from '../../../app/domain/found-printer.ts';
import type { SetupState } from '../../setup-state.ts';

/** A device that was found, as it joins the till: a USB device by what it says that it is, wherever it is plugged in. */

export function scannerFrom(found: FoundDevice, { scanners }: SetupView['blank']): ScannerDraft | null {
  const blank = scanners.find(({ kind }) => kind === found.kind);
  const usb = found.usb ?? null;
  switch (blank?.kind) {
    case 'serial':
      return { ...blank, usb, path: usb ? '' : found.path };
    case 'hid':
      return { ...blank, usb };
    default:
      return null;
  }
}

export function printerFrom(found: FoundPrinter, { printers }: SetupView['blank']): PrinterDraft | null {
  const blank = printers.find(({ kind }) => kind === found.kind);
  if ('queue' in found) {
    return blank?.kind === 'cups' || blank?.kind === 'spooler' ? { ...blank, queue: found.queue } : null;
  }
  const usb = found.usb ?? null;
  return blank?.kind === 'serial' || blank?.kind === 'usb' ? { ...blank, usb, path: usb ? '' : found.path } : null;
}

/** Those of the found that the till does not have yet, neither as a scanner nor as a printer. */
export function notListed<Found extends FoundDevice | FoundPrinter>(
  found: readonly Found[],
  { scanners, printers }: SetupState,
): readonly Found[] {
  const listed = [...scanners, ...printers].map(({ draft }) => draft);
  return found.filter((one) => !listed.some((draft) => isSame(draft, one)));
}

function isSame(draft: ScannerDraft | PrinterDraft, found: FoundDevice | FoundPrinter): boolean {
  if ('queue' in found) return draft.kind === found.kind && draft.queue === found.queue;
  if (!('usb' in draft)) return false;
  if (draft.usb) return found.usb !== undefined && isModel(draft.usb, found.usb);
  return 'path' in draft && draft.path === found.path;
}

function isModel(wanted: UsbIdentity, { vendorId, productId, serialNumber }: UsbIdentity): boolean {
  const isAny = wanted.serialNumber === undefined || wanted.serialNumber === serialNumber;
  return wanted.vendorId === vendorId && wanted.productId === productId && isAny;
}
