import { EventEmitter, once } from 'node:events';
import type { Readable } from 'node:stream';
import { type PrinterCondition, PrinterEngine, WELL } from './printer-engine.ts';
import { type Pty, startPty } from './pty.ts';

/** A printer at a serial port. It knows no connections: a slip ends where it is cut off. */
export type SerialPrinter = Omit<Pty, 'type'> & {
  /** Changes how it is: its paper, its cover, what it answers. */
  set(condition: Partial<PrinterCondition>): void;
  /** Takes nothing from the line until it is told to go on; what was sent waits in the system. */
  stall(stalled: boolean): void;
  /** Every slip so far, in order. */
  readonly slips: readonly Uint8Array[];
  /** The oldest slip not yet given out here; waits for one when there is none. */
  nextSlip(): Promise<Uint8Array>;
};

/** Starts a serial printer that is well. Needs `socat`. */
export async function startSerialPrinter(condition: Partial<PrinterCondition> = {}): Promise<SerialPrinter> {
  const state = { condition: { ...WELL, ...condition } };
  const slips: Uint8Array[] = [];
  const news = new EventEmitter();
  let open: Uint8Array[] = [];
  let given = 0;
  let stalled = false;
  let line: Readable | null = null;

  const engine = new PrinterEngine(state, {
    say: (bytes) => void pty.type(bytes).catch(() => {}),
    printed: (bytes) => open.push(bytes),
    cut() {
      slips.push(Buffer.concat(open));
      open = [];
      news.emit('slip');
    },
  });
  const pty = await startPty((written) => {
    line = written;
    written.on('data', (chunk: Uint8Array) => engine.take(chunk));
    if (stalled) written.pause();
  });

  return {
    portPath: pty.portPath,
    unplug: pty.unplug,
    replug: pty.replug,
    close: pty.close,
    slips,
    set(change) {
      Object.assign(state.condition, change);
      engine.work();
    },
    stall(now) {
      stalled = now;
      if (now) line?.pause();
      else line?.resume();
    },
    async nextSlip() {
      for (;;) {
        const slip = slips[given];
        if (slip) {
          given++;
          return slip;
        }
        await once(news, 'slip');
      }
    },
  };
}
