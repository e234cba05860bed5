import type { PrinterDraft, ScannerDraft } from '../../app/contract/setup.ts';
import { printerSchema } from '../../app/settings/printers.ts';
import { scannerSchema } from '../../app/settings/scanners.ts';
import { printerDraft, scannerDraft } from './drafts.ts';

/** A device of each kind with what the profile takes where it says nothing; what it has to say is empty. */

const SOMEWHERE = 'somewhere';

export const BLANK_SCANNERS: readonly ScannerDraft[] = [
  { kind: 'serial', path: SOMEWHERE },
  { kind: 'hid' },
  { kind: 'wedge' },
].map((least) => {
  const scanner = scannerDraft(scannerSchema.parse(least));
  return scanner.kind === 'serial' ? { ...scanner, path: '' } : scanner;
});

export const BLANK_PRINTERS: readonly PrinterDraft[] = [
  { kind: 'tcp', host: SOMEWHERE },
  { kind: 'serial', path: SOMEWHERE },
  { kind: 'usb', path: SOMEWHERE },
  { kind: 'cups', queue: SOMEWHERE },
  { kind: 'spooler', queue: SOMEWHERE },
].map((least) => nowhere(printerDraft(printerSchema.parse(least))));

function nowhere(printer: PrinterDraft): PrinterDraft {
  switch (printer.kind) {
    case 'tcp':
      return { ...printer, host: '' };
    case 'serial':
    case 'usb':
      return { ...printer, path: '' };
    case 'cups':
    case 'spooler':
      return { ...printer, queue: '' };
  }
}
