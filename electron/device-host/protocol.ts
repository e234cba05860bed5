import { z } from 'zod';
import { foundDevice } from '../../app/schema/found-device.ts';
import { foundPrinter } from '../../app/schema/found-printer.ts';
import { printerSchema } from '../../app/settings/printers.ts';
import { scannerSchema } from '../../app/settings/scanners.ts';
import type { PrintEnd } from '../../printing/transport/job.ts';
import { TROUBLES } from '../../printing/transport/trouble.ts';

/** What main and the device host say to each other. Checked on both sides: the host runs native code. */

/** Scanners and printers are meant by their place in the profile. */
const place = z.int().min(0);

/** Whether the printer ever told anything, as far as anybody knows. */
const tells = z.boolean().nullable();

export const toHost = z.discriminatedUnion('kind', [
  /** Opens these scanners in place of all before. */
  z.object({
    kind: z.literal('scanners'),
    scanners: z.array(scannerSchema),
    /** `null` at a fresh start; after the host died, the scanners of which a part of a code was in hand. */
    interrupted: z.array(place).nullable(),
  }),
  /** Asks what is plugged in; answered by `found`. */
  z.object({ kind: z.literal('find') }),
  /** Answered by `print-ready` once the printer is, then, after `print-go`, by `print-result`. */
  z.object({
    kind: z.literal('print'),
    job: z.int(),
    printer: printerSchema,
    bytes: z.instanceof(Uint8Array),
    /** The bytes open the drawer: nothing comes out. */
    isPulse: z.boolean(),
    /** What has not begun by then, ms, is not wanted any more; `null` when it waits for the slips before it. */
    withinMs: z.int().nullable(),
    /** From when that counts, on the system's monotonic clock, ms: a host that was stopped reads of it late. */
    sentAt: z.int(),
    /** Main knows that the printer is ready and has stored that the slip is leaving: it goes as if `print-go` had come. */
    mayStart: z.boolean(),
    tells,
  }),
  z.object({ kind: z.literal('print-go'), job: z.int() }),
  /** The job is given up. */
  z.object({ kind: z.literal('print-stop'), job: z.int() }),
  /** A slip may come within moments: the printer is connected and asked how it is. `printer-prepared` tells how that stands. */
  z.object({ kind: z.literal('printer-prepare'), preparation: z.int(), printer: printerSchema, tells }),
  /** No slip came of it. */
  z.object({ kind: z.literal('printer-release'), preparation: z.int() }),
  /** Asks what printers there are; answered by `printers-found`. */
  z.object({ kind: z.literal('find-printers') }),
  /** Asks for a sign of life; answered by `pong`. */
  z.object({ kind: z.literal('ping') }),
]);

/** No symbol holds more: a QR code of version 40 has 7,089 digits. */
const LONGEST_CODE = 8_000;
const MOST_DEVICES = 1_000;

const scannerState = z.enum(['connecting', 'ready', 'not-found', 'busy', 'no-permission', 'unplugged', 'failed']);

const trouble = z.enum(TROUBLES);
const printEnd = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('confirmed'), paperLow: z.boolean() }),
  z.object({ kind: z.literal('unconfirmed') }),
  z.object({ kind: z.enum(['not-started', 'interrupted']), trouble }),
]) satisfies z.ZodType<PrintEnd>;

export const fromHost = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('scan'),
    scanner: place,
    scan: z.object({
      text: z.string().max(LONGEST_CODE),
      aim: z.string().max(8).exactOptional(),
      source: z.enum(['serial', 'hid', 'wedge', 'typed']),
      at: z.int(),
    }),
  }),
  /** Bytes came that make no code: garbage, half a scan, no end. */
  z.object({ kind: z.literal('scan-damaged'), scanner: place }),
  /** Whether a part of a code is in hand. */
  z.object({ kind: z.literal('scan-under-way'), scanner: place, is: z.boolean() }),
  z.object({
    kind: z.literal('scanner-state'),
    scanner: place,
    state: scannerState,
    /** The one that it is about; `null` while there is none. */
    device: foundDevice.nullable(),
  }),
  z.object({ kind: z.literal('found'), devices: z.array(foundDevice).max(MOST_DEVICES) }),
  /** Whether the printer stands ready for a slip; once it does not, that preparation is over. */
  z.object({ kind: z.literal('printer-prepared'), preparation: z.int(), is: z.boolean() }),
  /** The printer is ready, and nothing has left yet. */
  z.object({ kind: z.literal('print-ready'), job: z.int() }),
  /** It stopped in the middle for this; `null` when it goes on. */
  z.object({ kind: z.literal('print-holding'), job: z.int(), trouble: trouble.nullable() }),
  z.object({ kind: z.literal('print-result'), job: z.int(), end: printEnd }),
  /** What slips taught of a printer: whether it ever tells anything. */
  z.object({ kind: z.literal('printer-learnt'), printer: printerSchema, tells: z.boolean() }),
  z.object({ kind: z.literal('printers-found'), printers: z.array(foundPrinter).max(MOST_DEVICES) }),
  z.object({ kind: z.literal('pong') }),
]);

export type ToHost = z.output<typeof toHost>;
export type FromHost = z.output<typeof fromHost>;
/** What the host tells of its scanners, without having been asked. */
export type ScannerMessage = Extract<FromHost, { kind: 'scan' | 'scan-damaged' | 'scan-under-way' | 'scanner-state' }>;
/** What the host tells of a printer that was to be made ready. */
export type PreparationMessage = Extract<FromHost, { kind: 'printer-prepared' }>;
/** What the host tells of a slip on its way. */
export type PrintMessage = Extract<FromHost, { kind: 'print-ready' | 'print-holding' | 'print-result' }>;
/** How the host's parts answer. */
export type Tell = (message: FromHost) => void;
