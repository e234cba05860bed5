import { z } from 'zod';
import { ALPHABETS } from '../domain/scan.ts';
import { saidFault } from './faults.ts';
import { as } from './profile-fault.ts';
import { usb } from './usb.ts';

const name = z.string().min(1).max(40).optional();

const alphabet = z.enum(ALPHABETS).default('auto');

const serial = z
  .strictObject({
    kind: z.literal('serial'),
    name,
    /** With `usb` only a fallback: for a device that does not tell who it is. */
    path: z.string().min(1).optional(),
    usb: usb.optional(),
    baudRate: z.int().min(300).max(921_600).default(9600),
    /** What ends a code: CR, LF, Tab or ETX, or for a scanner that sends none a pause. */
    end: z.enum(['terminator', 'silence']).default('terminator'),
    alphabet,
  })
  .refine(({ path, usb }) => path !== undefined || usb !== undefined, {
    error: as('place-needed'),
    path: ['path'],
    params: saidFault('required'),
  });

/** Without `usb` the first HID POS scanner that is found. */
const hid = z.strictObject({ kind: z.literal('hid'), name, usb: usb.optional(), alphabet });

/** A scanner that types as a keyboard does. The window reads it; the device host knows nothing of it. */
const wedge = z.strictObject({
  kind: z.literal('wedge'),
  name,
  /** What the scanner types before each code: a key by its `KeyboardEvent.code` ("F13"), or a character. */
  prefix: z.string().min(1).max(20).optional(),
  suffix: z.enum(['Enter', 'Tab']).default('Enter'),
  /** Without a prefix, shorter runs of keys are never taken for a code. */
  minLength: z.int().min(3).max(40).default(6),
  /** `compensated`: while Caps Lock is on the scanner inverts Shift. */
  capsLock: z.enum(['ignored', 'compensated']).default('ignored'),
});

/** How the till's scanners are connected. */
export const scannerSchema = z.discriminatedUnion('kind', [serial, hid, wedge]);

export type ScannerSettings = z.output<typeof scannerSchema>;
export type SerialSettings = z.output<typeof serial>;
export type HidSettings = z.output<typeof hid>;
