import type { Trouble } from './trouble.ts';

/** What a printer says of itself. */
export type PrinterStatus = {
  /** What keeps it from printing; `null` when nothing does. */
  readonly trouble: Extract<Trouble, 'paper-out' | 'cover-open' | 'cutter' | 'error' | 'offline'> | null;
  /** The roll is near its end; the printer still prints. */
  readonly paperLow: boolean;
};

/**
 * Status requests and replies by Epson's command reference (DLE EOT, GS r, GS a). A `DLE EOT` is answered at once, whatever
 * waits in the printer's buffer and also while it is offline. `GS r` is a command like those that print: its reply comes
 * when everything before it was done.
 */
const DLE_EOT = [0x10, 0x04] as const;

/** Parts of the status by the `n` of `DLE EOT n`. */
export type StatusPart = 1 | 2 | 3 | 4;

/** Asks for parts of the status, to be answered in this order. */
export function statusRequest(parts: readonly StatusPart[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => [...DLE_EOT, part]));
}

/** `GS r 1`: a fence behind all that was sent. Its reply tells of the paper. */
export const FENCE = Uint8Array.of(0x1d, 0x72, 1);

/**
 * `DLE DC4 1`: a pulse for the drawer that is obeyed at once, also while the printer is offline, when what is sent otherwise waits
 * in its buffer. One that stands in an error ignores it.
 */
export function pulseAtOnce(pin: 2 | 5): Uint8Array {
  return Uint8Array.of(0x10, 0x14, 1, pin === 5 ? 1 : 0, PULSE_LASTS);
}
/** In tenths of a second. */
const PULSE_LASTS = 1;

/** Bits of the reply to `DLE EOT n`. */
const OFFLINE = 0x08;
const COVER_OPEN = 0x04;
const STOPPED_BY_PAPER_END = 0x20;
const ERROR = 0x40;
const CUTTER_ERROR = 0x08;
/** In the replies to `DLE EOT 4` the sensors have two bits each, set and cleared together. */
const NEAR_END = 0x0c;
const PAPER_END = 0x60;
/** The same of the reply to `GS r 1`. */
const FENCE_NEAR_END = 0x03;
const FENCE_PAPER_END = 0x0c;

/** True when the reply to part 2 says that part 3 will tell what is wrong. */
export function saysError(offlineCause: number): boolean {
  return (offlineCause & ERROR) !== 0;
}

/**
 * The status that the replies make; `errorCause` is the reply to part 3, asked for only after an error. An open cover comes
 * first: whoever opened it is about to put things right.
 */
export function statusOf(
  printer: number,
  offlineCause: number,
  paper: number,
  errorCause: number | null,
): PrinterStatus {
  const paperLow = (paper & NEAR_END) !== 0;
  if (offlineCause & COVER_OPEN) return { trouble: 'cover-open', paperLow };
  if (paper & PAPER_END || offlineCause & STOPPED_BY_PAPER_END) return { trouble: 'paper-out', paperLow };
  if (saysError(offlineCause)) {
    const trouble = errorCause !== null && (errorCause & CUTTER_ERROR) !== 0 ? 'cutter' : 'error';
    return { trouble, paperLow };
  }
  return { trouble: printer & OFFLINE ? 'offline' : null, paperLow };
}

/** The status that the reply to the fence makes: a printer that answers it is online. */
export function statusAtFence(reply: number): PrinterStatus {
  return {
    trouble: (reply & FENCE_PAPER_END) === 0 ? null : 'paper-out',
    paperLow: (reply & FENCE_NEAR_END) !== 0,
  };
}

export type ReplyListeners = {
  /** The reply to a `DLE EOT`. */
  status(reply: number): void;
  /** The reply to the fence. */
  fence(reply: number): void;
};

/** Bytes after the first of an automatic status. */
const AUTOMATIC_REST = 3;

/**
 * Tells the replies in what a printer sends from one another, by the bits that are fixed in each. An automatic status
 * (ASB: four bytes whenever something changes, if some program ever switched it on) is nobody's reply and is passed over, as
 * are XON and XOFF. Gives the function that takes the bytes.
 */
export function replyReader(listeners: ReplyListeners): (bytes: Uint8Array) => void {
  let automaticLeft = 0;
  return (bytes) => {
    for (const byte of bytes) {
      const kind = kindOf(byte);
      if (automaticLeft > 0 && kind === 'plain') {
        automaticLeft -= 1;
        continue;
      }
      automaticLeft = kind === 'automatic' ? AUTOMATIC_REST : 0;
      if (kind === 'status') listeners.status(byte);
      else if (kind === 'plain') listeners.fence(byte);
    }
  };
}

function kindOf(byte: number): 'status' | 'automatic' | 'plain' | 'other' {
  if ((byte & 0x90) === 0) return 'plain';
  if ((byte & 0x93) === 0x12) return 'status';
  return (byte & 0x93) === 0x10 ? 'automatic' : 'other';
}
