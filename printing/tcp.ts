import { connect } from 'node:net';
import { fail, ok, type Result } from '../app/domain/result.ts';
import type { PrinterSettings } from '../app/settings/printers.ts';

/**
 * Why a slip was not sent. `unreachable`: no connection, so nothing was printed. After `timeout` and `failed` any part of
 * the slip may have come out.
 */
export type PrintFailure = 'unreachable' | 'timeout' | 'failed';

type PrintDeadlines = {
  /** For the connection. */
  readonly connectMs: number;
  /** From the connection until the printer has taken everything and hung up. */
  readonly sendMs: number;
};

const DEADLINES: PrintDeadlines = { connectMs: 3_000, sendMs: 15_000 };

/**
 * How long a printer has to hang up on us before we end, ms. One that serves somebody else takes the connection and drops
 * it at once: by then the slip has left without an error, and only the early end tells that nobody reads it.
 */
const HANG_UP_MS = 100;

/**
 * Sends a job to a network printer (raw TCP, usually port 9100). `sent` says that every byte left and that the printer
 * closed the connection in order, after us; it does not say that paper came out.
 */
export function sendOverTcp(
  bytes: Uint8Array,
  { host, port }: Pick<PrinterSettings, 'host' | 'port'>,
  deadlines: PrintDeadlines = DEADLINES,
): Promise<Result<'sent', PrintFailure>> {
  return new Promise((resolve) => {
    let ending: Result<'sent', PrintFailure> = fail('unreachable');
    const socket = connect({ host, port, noDelay: true });
    let deadline = setTimeout(() => socket.destroy(), deadlines.connectMs);

    const giveUp = () => {
      ending = fail('timeout');
      // A reset takes back what is not delivered yet: it must not print by itself when the printer wakes up.
      socket.resetAndDestroy();
    };

    socket.once('connect', () => {
      ending = ok('sent');
      clearTimeout(deadline);
      deadline = setTimeout(giveUp, deadlines.sendMs);
      // Ended, never destroyed: destroying with unread status bytes resets the connection and loses the tail of the job.
      socket.write(bytes, () => setTimeout(() => socket.end(), HANG_UP_MS));
    });
    socket.resume();
    socket.once('end', () => {
      if (!socket.writableEnded) ending = fail('failed');
    });
    socket.on('error', () => {});
    socket.once('close', (hadError) => {
      clearTimeout(deadline);
      resolve(hadError && ending.ok ? fail('failed') : ending);
    });
  });
}
