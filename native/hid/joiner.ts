import type { ScanClock } from '../scan/clock.ts';
import { LONGEST_FRAME, type ScanDamage } from '../scan/framer.ts';
import { readReport, type ScanReport } from './report.ts';

/** Silence between two reports of one code, in ms, after which the rest of it is not expected any more. */
export const REPORT_SILENCE_MS = 200;

export type JoinerListeners = {
  /** The bytes of one code, never empty, and its symbology. */
  code(bytes: Uint8Array, aim: string | null): void;
  damaged(damage: ScanDamage | 'unreadable'): void;
  /** Whether a part of a code is held, each time that a report or a silence has been dealt with. */
  underWay(is: boolean): void;
};

type Joiner = {
  push(report: Uint8Array): void;
  /** Forgets what is held and calls the timer off. */
  stop(): void;
};

const CR = 0x0d;
const LF = 0x0a;

/**
 * Joins reports to codes: a long one comes in several. What was begun is dropped when its rest stays away or has another
 * symbology. Memory is bounded: of a code longer than `LONGEST_FRAME` nothing is kept. One joiner serves one connection,
 * so that no half code outlives it.
 * @param inside the first reports may be the rest of a code: what comes up to its end or silence is told as unfinished
 */
export function createJoiner(listeners: JoinerListeners, clock: ScanClock, inside: boolean): Joiner {
  let parts: Uint8Array[] = [];
  let length = 0;
  let aim: string | null = null;
  let skipping = inside;
  let tail = inside;
  let lastReportAt = 0;
  let cancelSilence = () => {};

  function restart(): void {
    parts = [];
    length = 0;
    aim = null;
    skipping = false;
    tail = false;
  }

  function drop(damage: ScanDamage): void {
    const worthTelling = length > 0 || tail;
    restart();
    if (worthTelling) listeners.damaged(damage);
  }

  function hold(report: ScanReport): void {
    if (length > 0 && report.aim !== null && report.aim !== aim) drop('unfinished');
    if (skipping) return;
    if (length === 0) aim = report.aim;
    // A copy: the report's memory is hidapi's.
    parts.push(report.data.slice());
    length += report.data.length;
    if (length > LONGEST_FRAME) {
      drop('too-long');
      skipping = true;
    }
  }

  function finish(): void {
    if (tail) drop('unfinished');
    const bytes = withoutLineEnd(Buffer.concat(parts));
    const symbology = aim;
    restart();
    if (bytes.length > 0) listeners.code(bytes, symbology);
  }

  function awaitMore(): void {
    cancelSilence();
    const underWay = length > 0 || skipping;
    if (underWay) {
      lastReportAt = clock.now();
      cancelSilence = clock.schedule(silence, REPORT_SILENCE_MS);
    }
    listeners.underWay(underWay);
  }

  function silence(): void {
    // A timer this late says that the process was held up, and the missing reports may be waiting to be read.
    const heldUp = clock.now() - lastReportAt >= 2 * REPORT_SILENCE_MS;
    if (!heldUp) drop('unfinished');
    awaitMore();
  }

  awaitMore();
  return {
    push(bytes) {
      const report = readReport(bytes);
      if (report === 'other') return;
      if (report === 'malformed') {
        restart();
        listeners.damaged('unreadable');
      } else {
        hold(report);
        if (!report.continued) finish();
      }
      awaitMore();
    },
    stop() {
      restart();
      cancelSilence();
    },
  };
}

/** Scanners set up for a keyboard or a serial port end a code by CR, CR LF or LF here too. */
function withoutLineEnd(bytes: Uint8Array): Uint8Array {
  let end = bytes.length;
  if (bytes[end - 1] === LF) end -= 1;
  if (bytes[end - 1] === CR) end -= 1;
  return bytes.subarray(0, end);
}
