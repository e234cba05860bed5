import type { TFunction } from 'i18next';
import type { PrinterDraft, ScannerDraft } from '../../../app/contract/setup.ts';
import type { FoundDevice, UsbIdentity } from '../../../app/domain/found-device.ts';
import type { FoundPrinter } from '../../../app/domain/found-printer.ts';

/** What people call a device, and how it is reached. */

export function scannerTitle(t: TFunction, { name, kind }: ScannerDraft): string {
  return name.trim() || t(`scannerKind.${kind}`);
}

export function printerTitle(t: TFunction, { name, kind }: PrinterDraft): string {
  return name.trim() || t(`printerKind.${kind}`);
}

export function scannerWay(t: TFunction, scanner: ScannerDraft): string {
  switch (scanner.kind) {
    case 'serial':
      return portWay(t, scanner);
    case 'hid':
      return scanner.usb ? usbWords(t, scanner.usb) : t('setup.anyHid');
    case 'wedge':
      return scanner.prefix === '' ? t('setup.bySpeed') : t('setup.byPrefix', { prefix: scanner.prefix });
  }
}

export function printerWay(t: TFunction, printer: PrinterDraft): string {
  switch (printer.kind) {
    case 'tcp':
      return printer.host === '' ? t('setup.nowhere') : `${printer.host}:${printer.port}`;
    case 'serial':
    case 'usb':
      return portWay(t, printer);
    case 'cups':
    case 'spooler':
      return printer.queue || t('setup.nowhere');
  }
}

/** Of one that was found: what it is and where. */
export function foundWay(t: TFunction, found: FoundDevice | FoundPrinter): string {
  if ('queue' in found) return t(`printerKind.${found.kind}`);
  const kind = found.kind === 'usb' ? t('printerKind.usb') : t(`scannerKind.${found.kind}`);
  return found.name === found.path ? kind : `${kind} · ${found.path}`;
}

function portWay(t: TFunction, { path, usb }: { readonly path: string; readonly usb: UsbIdentity | null }): string {
  return usb ? usbWords(t, usb) : path || t('setup.nowhere');
}

export function usbWords(t: TFunction, { vendorId, productId, serialNumber }: UsbIdentity): string {
  const model = `USB ${vendorId}:${productId}`;
  return serialNumber === undefined ? model : `${model}, ${t('setup.serialNumber', { serialNumber })}`;
}
