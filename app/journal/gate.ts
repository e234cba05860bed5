import type { Clock, JournalGate } from '../sale/ports.ts';
import { isHeld } from '../sale/stored.ts';
import type { JournalWriter } from './connection.ts';
import { WRITER_TIMEOUT_MS } from './file/pragmas.ts';

/** How often a journal that another program holds is tried, ms. */
const POLL_MS = 50;
/** How long work waits for it, ms: then it is tried, and fails in words. */
const LONGEST_WAIT_MS = 30_000;
/** Held for longer than this, ms, people are told. */
const TOLD_AFTER_MS = 500;

/**
 * Watches whether the journal can be written. SQLite lets one program write at a time (sqlite.org/wal.html, «Concurrency»), so a
 * tool that somebody left open may hold the file; main must not stand still for it.
 * Until it is first asked, at the start, when there is nobody to keep waiting, the connection waits as long as SQLite does.
 * @param told true once it has been held for a while, false when that is over
 */
export function journalGate(
  db: Pick<JournalWriter, 'pragma' | 'exec' | 'open'>,
  clock: Clock,
  told: (held: boolean) => void,
): JournalGate {
  let waiting: Promise<void> | null = null;
  let isTold = false;

  const canWrite = (): boolean => {
    try {
      db.pragma('busy_timeout = 0');
      db.exec('BEGIN IMMEDIATE; ROLLBACK');
      return true;
    } catch (error) {
      // Any other failure is told by whoever really writes.
      return !isHeld(error);
    } finally {
      // An answer may come when the program is closing.
      if (db.open) db.pragma(`busy_timeout = ${WRITER_TIMEOUT_MS}`);
    }
  };

  const tell = (held: boolean): void => {
    if (held === isTold) return;
    isTold = held;
    told(held);
  };

  const poll = async (): Promise<void> => {
    const since = clock.elapsed();
    while (!canWrite()) {
      const waitedMs = clock.elapsed() - since;
      if (waitedMs >= TOLD_AFTER_MS) tell(true);
      if (waitedMs >= LONGEST_WAIT_MS) return;
      await new Promise<void>((resolve) => clock.after(POLL_MS, resolve));
    }
    tell(false);
  };

  return {
    isFree() {
      // Nobody goes before those who wait.
      if (waiting || !canWrite()) return false;
      tell(false);
      return true;
    },
    whenFree() {
      waiting ??= poll().finally(() => {
        waiting = null;
      });
      return waiting;
    },
  };
}
