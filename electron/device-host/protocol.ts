import { z } from 'zod';
import { printerSchema } from '../../app/settings/printers.ts';
import { scannerSchema } from '../../app/settings/scanners.ts';

/** What main and the device host say to each other. Checked on both sides: the host runs native code. */

/** Scanners and printers are meant by their place in the profile. */
const place = z.int().min(0);

export const toHost = z.discriminatedUnion('kind', [
  /** Opens these scanners in place of all before. */
  z.object({ kind: z.literal('scanners'), scanners: z.array(scannerSchema) }),
  z.object({ kind: z.literal('print'), job: z.int(), printer: printerSchema, bytes: z.instanceof(Uint8Array) }),
]);

const scannerState = z.enum(['connecting', 'ready', 'not-found', 'busy', 'no-permission', 'unplugged', 'failed']);

export const fromHost = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('scan'),
    scan: z.object({
      text: z.string(),
      aim: z.string().exactOptional(),
      source: z.enum(['serial', 'hid', 'wedge', 'typed']),
    }),
  }),
  /** Bytes came that make no code: garbage, half a scan, no end. */
  z.object({ kind: z.literal('scan-damaged'), scanner: place }),
  z.object({ kind: z.literal('scanner-state'), scanner: place, state: scannerState }),
  z.object({
    kind: z.literal('print-result'),
    job: z.int(),
    outcome: z.enum(['sent', 'unreachable', 'timeout', 'failed']),
  }),
]);

export type ToHost = z.output<typeof toHost>;
export type FromHost = z.output<typeof fromHost>;
export type ScannerState = z.output<typeof scannerState>;
export type PrintOutcome = Extract<FromHost, { kind: 'print-result' }>['outcome'];
/** How the host's parts answer. */
export type Tell = (message: FromHost) => void;
