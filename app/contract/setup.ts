import { z } from 'zod';
import { PAPER_COLUMNS, PREVIEWS } from '../domain/printing.ts';
import { ALPHABETS } from '../domain/scan.ts';
import { SETTING_FAULTS, type SettingFault } from '../domain/setting-fault.ts';
import { foundDevice, usbIdentity } from '../schema/found-device.ts';
import { foundPrinter } from '../schema/found-printer.ts';
import { nothing } from '../schema/values.ts';
import type { CommandSchemas } from './command.ts';
import { LONGEST } from './limits.ts';

/** Scanners, printers and slips as they stand in a form: numbers are what was typed, empty is what was left out. */

const typed = z.string().max(LONGEST.setting);
/** `null`: known by its path alone. */
const usb = usbIdentity.nullable();

const alphabet = z.enum(ALPHABETS);

const scannerDraft = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('serial'),
    name: typed,
    path: typed,
    usb,
    baudRate: typed,
    end: z.enum(['terminator', 'silence']),
    alphabet,
  }),
  z.object({ kind: z.literal('hid'), name: typed, usb, alphabet }),
  z.object({
    kind: z.literal('wedge'),
    name: typed,
    prefix: typed,
    suffix: z.enum(['Enter', 'Tab']),
    minLength: typed,
    capsLock: z.enum(['ignored', 'compensated']),
  }),
]);

const traits = z.object({
  columns: z.literal(PAPER_COLUMNS),
  codeTable: typed,
  chinese: z.boolean(),
  cut: z.enum(['partial', 'full', 'none']),
  feedBeforeCut: typed,
  drawerPin: z.literal([2, 5]).nullable(),
  qr: z.enum(['native', 'raster']),
  newline: z.enum(['\n', '\r\n']),
  encoder: z.enum(['standard', 'escpos']),
});

const common = traits.extend({
  name: typed,
  drawer: z.enum(['cash', 'never']),
  /** `null`: none of those that are known. */
  model: typed.nullable(),
});

const status = z.enum(['auto', 'always', 'none']);

const printerDraft = z.discriminatedUnion('kind', [
  common.extend({ kind: z.literal('tcp'), host: typed, port: typed, status }),
  common.extend({
    kind: z.literal('serial'),
    path: typed,
    usb,
    baudRate: typed,
    flow: z.enum(['none', 'rts-cts', 'xon-xoff']),
    status,
  }),
  common.extend({ kind: z.literal('usb'), path: typed, usb, status }),
  common.extend({ kind: z.literal('cups'), queue: typed, server: typed }),
  common.extend({ kind: z.literal('spooler'), queue: typed }),
]);

const slipDraft = z.object({
  form: z.enum(['receipt', 'tear-off']),
  header: z.array(typed).max(100),
  footer: z.array(typed).max(100),
  kkm: typed,
  section: typed,
  bonuses: z.enum(['total', 'lines']),
  show: z.object({
    outlet: z.boolean(),
    till: z.boolean(),
    cashier: z.boolean(),
    goods: z.boolean(),
    customer: z.boolean(),
    balance: z.boolean(),
    campaign: z.boolean(),
    seconds: z.boolean(),
    accrualPercent: z.boolean(),
  }),
  qr: z.object({ caption: typed, data: typed }),
});

const setupDraft = z.object({
  scanners: z.array(scannerDraft).max(100),
  printers: z.array(printerDraft).max(100),
  slip: slipDraft,
});

const settingFault = z.object({
  path: z.array(z.union([z.string(), z.int()])).readonly(),
  code: z.enum(SETTING_FAULTS),
  bound: z.number().nullable(),
}) satisfies z.ZodType<SettingFault>;

/** What is wrong with what was sent; nothing of it was done then. */
const faults = z.array(settingFault).readonly();

/** How the shop's own codes look, to be read. */
const codes = z.object({
  cards: z.array(z.string()),
  certificates: z.array(z.string()),
  promos: z.array(z.string()),
  weighed: z.array(
    z.object({
      prefix: z.string(),
      article: z.tuple([z.int(), z.int()]),
      value: z.tuple([z.int(), z.int()]),
      unit: z.enum(['g', 'kopecks', 'pieces']),
      checkDigit: z.boolean(),
    }),
  ),
  separators: z.array(z.string()),
});

const setupView = z.object({
  draft: setupDraft,
  /** A device of each kind as it is without settings. */
  blank: z.object({ scanners: z.array(scannerDraft), printers: z.array(printerDraft) }),
  /** Printers whose traits are known, by how they are called in a profile. */
  models: z.array(z.object({ name: z.string(), label: z.string(), traits })),
  codes,
});

/** A line as it prints; `qr`: rows of the symbol, a sign for each module, "1" for black. */
const slipLine = z.object({
  text: z.string(),
  bold: z.boolean(),
  large: z.boolean(),
  qr: z.array(z.string()).nullable(),
});

/** The settings that are made at the till itself. */
export const setupCommands = {
  'setup.read': { input: nothing, output: setupView },
  /** Keeps the settings and goes over to them, whole or not at all. */
  'setup.save': { input: setupDraft, output: z.object({ faults }) },
  /** What is plugged in or known to this machine. */
  'setup.find': {
    input: nothing,
    output: z.object({ scanners: z.array(foundDevice), printers: z.array(foundPrinter) }),
  },
  /** An example of a slip, as a printer of this width prints it with these settings. */
  'setup.preview': {
    input: z.object({ slip: slipDraft, kind: z.enum(PREVIEWS), columns: z.literal(PAPER_COLUMNS) }),
    output: z.object({ faults, lines: z.array(slipLine) }),
  },
  /** Prints the test page on a printer as it is set up in the form; `confirmed`: the printer said that it did. */
  'setup.testPage': { input: printerDraft, output: z.object({ faults, confirmed: z.boolean() }) },
  'setup.openDrawer': { input: printerDraft, output: z.object({ faults }) },
  /** While `on`, scans are shown in the snapshot and meant for nothing else. */
  'setup.listen': { input: z.object({ on: z.boolean() }), output: nothing },
} as const satisfies Record<string, CommandSchemas>;

export type ScannerDraft = z.output<typeof scannerDraft>;
export type PrinterDraft = z.output<typeof printerDraft>;
export type SlipDraft = z.output<typeof slipDraft>;
export type SetupDraft = z.output<typeof setupDraft>;
export type SetupView = z.output<typeof setupView>;
export type PreviewLine = z.output<typeof slipLine>;
