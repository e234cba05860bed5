import type { ScanClock } from './clock.ts';

/** The longest code taken, in bytes. */
export const LONGEST_FRAME = 4096;

/** Silence inside a code, in ms, after which the rest of it is not expected any more. */
export const SILENCE_MS = 80;

/** `unfinished`: bytes without a terminator; `too-long`: more than a code can hold. */
export type ScanDamage = 'unfinished' | 'too-long';

export type FrameListeners = {
  /** The bytes of one code, never empty, without framing characters. */
  frame(bytes: Uint8Array): void;
  damaged(damage: ScanDamage): void;
  /** Whether a part of a code is held, each time that bytes or a silence have been dealt with. */
  underWay(is: boolean): void;
};

/** `silence`: the scanner sends no terminator, so that a pause ends a code. */
export type FrameEnd = 'terminator' | 'silence';

export type FramerStart = {
  readonly end: FrameEnd;
  /** The stream may begin in mid-code: what comes up to the first terminator or silence is told as unfinished. */
  readonly inside: boolean;
};

type Framer = {
  push(chunk: Uint8Array): void;
  /** Forgets what is held and calls the timer off. */
  stop(): void;
};

const STX = 0x02;
const ETX = 0x03;
const TAB = 0x09;
const LF = 0x0a;
const CR = 0x0d;

/**
 * Cuts a scanner's stream of bytes into codes. CR, LF, CR LF, Tab and ETX end a code, STX starts one anew; nothing
 * between two terminators is ignored. Memory is bounded: of a code longer than `LONGEST_FRAME` nothing is kept and
 * reading goes on after its terminator. One framer serves one connection, so that no half code outlives it.
 */
export function createFramer(listeners: FrameListeners, clock: ScanClock, { end, inside }: FramerStart): Framer {
  const held = new Uint8Array(LONGEST_FRAME);
  let length = 0;
  let skipping = inside;
  let tail = inside;
  let lastByteAt = 0;
  let cancelSilence = () => {};

  function restart(): void {
    length = 0;
    skipping = false;
    tail = false;
  }

  function drop(damage: ScanDamage): void {
    const worthTelling = length > 0 || tail;
    restart();
    if (worthTelling) listeners.damaged(damage);
  }

  function finish(): void {
    if (tail) drop('unfinished');
    const bytes = held.slice(0, length);
    restart();
    if (bytes.length > 0) listeners.frame(bytes);
  }

  function hold(byte: number): void {
    if (skipping) return;
    if (length < LONGEST_FRAME) {
      held[length++] = byte;
    } else {
      drop('too-long');
      skipping = true;
    }
  }

  function take(byte: number): void {
    if (byte === CR || byte === LF || byte === TAB || byte === ETX) finish();
    else if (byte === STX) drop('unfinished');
    else hold(byte);
  }

  function awaitMore(): void {
    cancelSilence();
    const underWay = length > 0 || skipping;
    if (underWay) {
      lastByteAt = clock.now();
      cancelSilence = clock.schedule(silence, SILENCE_MS);
    }
    listeners.underWay(underWay);
  }

  function silence(): void {
    // A timer this late says that the process was held up, and the missing bytes may be waiting to be read.
    const heldUp = clock.now() - lastByteAt >= 2 * SILENCE_MS;
    if (!heldUp && end === 'silence') finish();
    else if (!heldUp) drop('unfinished');
    awaitMore();
  }

  awaitMore();
  return {
    push(chunk) {
      for (const byte of chunk) take(byte);
      awaitMore();
    },
    stop() {
      restart();
      cancelSilence();
    },
  };
}
