import type { PrinterDraft, ScannerDraft, SetupDraft, SlipDraft } from '../../app/contract/setup.ts';
import type { UsbIdentity } from '../../app/domain/found-device.ts';
import type { PrinterTraits } from '../../app/settings/printer-traits.ts';
import type { PrinterSettings } from '../../app/settings/printers.ts';
import type { ScannerSettings } from '../../app/settings/scanners.ts';
import type { Setup } from '../../app/settings/setup.ts';
import type { SlipSettings } from '../../app/settings/slip.ts';

/** Settings as they stand in a form, and what is typed there as a profile would have it, for its schema to judge. */

type GivenUsb = { readonly [Key in keyof UsbIdentity]: UsbIdentity[Key] | undefined };

export function draftOf({ scanners, printers, slip }: Setup): SetupDraft {
  return { scanners: scanners.map(scannerDraft), printers: printers.map(printerDraft), slip: slipDraft(slip) };
}

export function scannerDraft(scanner: ScannerSettings): ScannerDraft {
  const { kind, name = '' } = scanner;
  switch (kind) {
    case 'serial': {
      const { path = '', usb, baudRate, end, alphabet } = scanner;
      return { kind, name, path, usb: identityOf(usb), baudRate: String(baudRate), end, alphabet };
    }
    case 'hid':
      return { kind, name, usb: identityOf(scanner.usb), alphabet: scanner.alphabet };
    case 'wedge': {
      const { prefix = '', suffix, minLength, capsLock } = scanner;
      return { kind, name, prefix, suffix, minLength: String(minLength), capsLock };
    }
  }
}

export function printerDraft(printer: PrinterSettings): PrinterDraft {
  const { name = '', drawer, model = null } = printer;
  const common = { name, drawer, model, ...traitsDraft(printer) };
  switch (printer.kind) {
    case 'tcp': {
      const { kind, host, port, status } = printer;
      return { ...common, kind, host, port: String(port), status };
    }
    case 'serial': {
      const { kind, path = '', usb, baudRate, flow, status } = printer;
      return { ...common, kind, path, usb: identityOf(usb), baudRate: String(baudRate), flow, status };
    }
    case 'usb': {
      const { kind, path = '', usb, status } = printer;
      return { ...common, kind, path, usb: identityOf(usb), status };
    }
    case 'cups': {
      const { kind, queue, server = '' } = printer;
      return { ...common, kind, queue, server };
    }
    case 'spooler':
      return { ...common, kind: printer.kind, queue: printer.queue };
  }
}

export function traitsDraft(traits: PrinterTraits) {
  const { columns, codeTable, chinese, cut, feedBeforeCut, drawerPin, qr, newline, encoder } = traits;
  return {
    columns,
    codeTable: String(codeTable),
    chinese,
    cut,
    feedBeforeCut: String(feedBeforeCut),
    drawerPin,
    qr,
    newline,
    encoder,
  };
}

function slipDraft({ qr, ...same }: SlipSettings): SlipDraft {
  return { ...same, qr: { caption: qr?.caption ?? '', data: qr?.data ?? '' } };
}

function identityOf(usb: GivenUsb | undefined): UsbIdentity | null {
  if (usb?.vendorId === undefined || usb.productId === undefined) return null;
  const { vendorId, productId, serialNumber } = usb;
  return serialNumber === undefined ? { vendorId, productId } : { vendorId, productId, serialNumber };
}

/** What the profile would hold: to be read by `setupSchema`. */
export function setupIn({ scanners, printers, slip }: SetupDraft): object {
  return { scanners: scanners.map(scannerIn), printers: printers.map(printerIn), slip: slipIn(slip) };
}

function scannerIn(draft: ScannerDraft): object {
  switch (draft.kind) {
    case 'serial': {
      const { kind, name, path, usb, baudRate, end, alphabet } = draft;
      return { kind, ...given({ name, path, usb }), baudRate: numberIn(baudRate), end, alphabet };
    }
    case 'hid': {
      const { kind, name, usb, alphabet } = draft;
      return { kind, ...given({ name, usb }), alphabet };
    }
    case 'wedge': {
      const { kind, name, prefix, suffix, minLength, capsLock } = draft;
      return { kind, ...given({ name, prefix }), suffix, minLength: numberIn(minLength), capsLock };
    }
  }
}

/** To be read by `printerSchema`. */
export function printerIn({ name, model, codeTable, feedBeforeCut, ...rest }: PrinterDraft): object {
  const common = { ...given({ name, model }), codeTable: numberIn(codeTable), feedBeforeCut: numberIn(feedBeforeCut) };
  switch (rest.kind) {
    case 'tcp':
      return { ...rest, ...common, host: rest.host.trim(), port: numberIn(rest.port) };
    case 'serial': {
      const { path, usb, ...others } = rest;
      return { ...others, ...common, ...given({ path, usb }), baudRate: numberIn(rest.baudRate) };
    }
    case 'usb': {
      const { path, usb, ...others } = rest;
      return { ...others, ...common, ...given({ path, usb }) };
    }
    case 'cups': {
      const { server, ...others } = rest;
      return { ...others, ...common, ...given({ server }), queue: rest.queue.trim() };
    }
    case 'spooler':
      return { ...rest, ...common, queue: rest.queue.trim() };
  }
}

/** To be read by `slipSchema`. Blank lines at the end of a list are places to type into. */
export function slipIn({ header, footer, kkm, section, qr, ...same }: SlipDraft): object {
  const data = qr.data.trim();
  return {
    ...same,
    header: header.slice(0, filled(header)),
    footer: footer.slice(0, filled(footer)),
    kkm: kkm.trim(),
    section: section.trim(),
    ...(data !== '' && { qr: { caption: qr.caption, data } }),
  };
}

function filled(lines: readonly string[]): number {
  return lines.findLastIndex((line) => line.trim() !== '') + 1;
}

/** Without what was left empty. */
function given(values: Readonly<Record<string, string | UsbIdentity | null>>): object {
  const trimmed = Object.entries(values).map(([key, value]) => [key, typeof value === 'string' ? value.trim() : value]);
  return Object.fromEntries(trimmed.filter(([, value]) => value !== '' && value !== null));
}

/** Anything else is left as it is: the schema says what is wrong with it. */
function numberIn(text: string): number | string {
  return /^\d{1,15}$/.test(text.trim()) ? Number(text) : text;
}
