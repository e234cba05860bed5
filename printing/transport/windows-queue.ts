import { fail, ok } from '../../app/domain/result.ts';
import type { SpooledState, Spooler } from './spooled-job.ts';
import type { Trouble } from './trouble.ts';
import type { Winspool } from './winspool.ts';

/** PRINTER_ATTRIBUTE_WORK_OFFLINE of PRINTER_INFO_2. */
const WORK_OFFLINE = 0x400;

/** Bits of the status of PRINTER_INFO_2, the gravest first. */
const PRINTER_STATUS: readonly (readonly [bits: number, trouble: Trouble])[] = [
  [0x0040_0000, 'cover-open'],
  // Out of paper; a problem with it.
  [0x10 | 0x40, 'paper-out'],
  // Jammed; user intervention; an error.
  [0x08 | 0x0010_0000 | 0x02, 'error'],
  // Offline, not available, paused.
  [0x80 | 0x1000 | 0x01, 'offline'],
];

/** The same of JOB_INFO_1. */
const JOB_STATUS: readonly (readonly [bits: number, trouble: Trouble])[] = [
  [0x40, 'paper-out'],
  // Error; blocked; user intervention.
  [0x02 | 0x200 | 0x400, 'error'],
  // Offline, paused.
  [0x20 | 0x01, 'offline'],
];
/** Printed, or complete. */
const JOB_DONE = 0x80 | 0x1000;
/** Deleted, or being deleted. */
const JOB_GONE = 0x100 | 0x04;

/**
 * ERROR_INVALID_PARAMETER, for which Wine has ERROR_INVALID_HANDLE or none: the queue knows the job no more, which is how it ends when all
 * went well.
 */
const UNKNOWN_JOB: readonly number[] = [87, 6, 0];
/** ERROR_INVALID_PRINTER_NAME, ERROR_ACCESS_DENIED, RPC_S_SERVER_UNAVAILABLE. */
const TROUBLE_BY_ERROR: Readonly<Record<number, Trouble>> = {
  1801: 'not-found',
  5: 'no-permission',
  1722: 'unreachable',
};

/** A printer of Windows. */
export function windowsQueue(winspool: Winspool, name: string): Spooler<number> {
  return {
    async trouble() {
      const printer = await winspool.printer(name);
      if (!printer.ok) return troubleOf(printer.error);
      const { status, attributes } = printer.value;
      return troubleIn(PRINTER_STATUS, status) ?? (attributes & WORK_OFFLINE ? 'offline' : null);
    },
    async submit(bytes) {
      const job = await winspool.submit(name, bytes);
      // What was begun was aborted before anything of it could be printed.
      return job.ok ? job : fail({ trouble: troubleOf(job.error), started: false });
    },
    async look(job) {
      const status = await winspool.job(name, job);
      if (!status.ok) {
        return UNKNOWN_JOB.includes(status.error) ? ok<SpooledState>({ at: 'done' }) : fail(troubleOf(status.error));
      }
      if (status.value & JOB_DONE) return ok<SpooledState>({ at: 'done' });
      if (status.value & JOB_GONE) return ok<SpooledState>({ at: 'gone' });
      return ok<SpooledState>({ at: 'waiting', trouble: troubleIn(JOB_STATUS, status.value) });
    },
    async cancel(job) {
      await winspool.deleteJob(name, job);
    },
  };
}

function troubleIn(meanings: typeof PRINTER_STATUS, status: number): Trouble | null {
  return meanings.find(([bits]) => (status & bits) !== 0)?.[1] ?? null;
}

function troubleOf(error: number): Trouble {
  return TROUBLE_BY_ERROR[error] ?? 'failed';
}
