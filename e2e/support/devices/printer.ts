import { EventEmitter, once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { type PrinterCondition, PrinterEngine, WELL } from './printer-engine.ts';

/**
 * `refuse`: nothing listens; `stall`: connections are taken and not read until the mode changes; `slow`: a few kilobytes a
 * second; `chatty`: it reports its status all the time, whoever asked for that; `reset`: connections break off behind the
 * first hundred bytes.
 */
export type PrinterMode = 'normal' | 'refuse' | 'stall' | 'slow' | 'chatty' | 'reset';

/** One connection's bytes without requests for status. `whole` is false when it broke off. */
export type PrintedJob = { readonly bytes: Uint8Array; readonly whole: boolean };

export type PrinterEmulator = {
  readonly host: string;
  readonly port: number;
  setMode(mode: PrinterMode): Promise<void>;
  /** Changes how it is: its paper, its cover, what it answers. */
  set(condition: Partial<PrinterCondition>): void;
  /** How many are connected to it now. */
  readonly connections: number;
  /** Every job so far, in the order in which they ended. */
  readonly jobs: readonly PrintedJob[];
  /** The oldest job not yet given out here; waits for one when there is none. */
  nextJob(): Promise<PrintedJob>;
  /** Settles when the next bytes come out on paper. */
  nextPrinted(): Promise<void>;
  close(): Promise<void>;
};

const HOST = '127.0.0.1';
const SLOW = { bytes: 256, everyMs: 50 };
const RESET_AFTER_BYTES = 100;
/** An automatic status of a printer that is well, and how often one comes. */
const AUTOMATIC = { status: Uint8Array.of(0x14, 0x00, 0x00, 0x0f), everyMs: 1 };

/** Starts a network printer on a free port of loopback; it is well, answers what it is asked and keeps what it gets. */
export async function startPrinter(condition: Partial<PrinterCondition> = {}): Promise<PrinterEmulator> {
  const jobs: PrintedJob[] = [];
  const sockets = new Set<Socket>();
  const engines = new Set<PrinterEngine>();
  const stalled = new Set<Socket>();
  const news = new EventEmitter();
  const state = { condition: { ...WELL, ...condition } };
  let mode: PrinterMode = 'normal';
  let given = 0;

  function serve(socket: Socket): void {
    const printed: Uint8Array[] = [];
    const engine = new PrinterEngine(state, {
      say: (bytes) => void (socket.writable && socket.write(bytes)),
      printed(bytes) {
        printed.push(bytes);
        news.emit('printed');
        endJob();
      },
      cut: () => {},
    });
    /** What the printer took before the other end hung up comes out when it can. */
    const endJob = (): void => {
      if (!socket.closed || (socket.readableEnded && engine.waiting > 0)) return;
      engines.delete(engine);
      if (printed.length === 0) return;
      jobs.push({ bytes: Buffer.concat(printed), whole: socket.readableEnded });
      news.emit('job');
    };
    sockets.add(socket);
    engines.add(engine);
    let taken = 0;
    socket.on('data', (chunk) => {
      const room = mode === 'reset' ? RESET_AFTER_BYTES - taken : chunk.length;
      engine.take(chunk.subarray(0, Math.max(0, room)));
      taken += chunk.length;
      if (chunk.length > room) socket.resetAndDestroy();
    });
    socket.on('error', () => {});
    const chatter =
      mode === 'chatty' ? setInterval(() => socket.write(AUTOMATIC.status), AUTOMATIC.everyMs) : undefined;
    socket.once('end', () => clearInterval(chatter));
    socket.once('close', () => {
      clearInterval(chatter);
      sockets.delete(socket);
      stalled.delete(socket);
      endJob();
    });
    if (mode === 'stall') stalled.add(socket);
    else if (mode === 'slow') void readSlowly(socket);
    else socket.resume();
  }
  const server = createServer({ pauseOnConnect: true }, serve);
  await listen(server, 0);
  const port = portOf(server);

  async function hangUp(): Promise<void> {
    for (const socket of sockets) socket.destroy();
    if (!server.listening) return;
    server.close();
    await once(server, 'close');
  }

  return {
    host: HOST,
    port,
    get connections() {
      return sockets.size;
    },
    jobs,
    async setMode(next) {
      mode = next;
      if (next === 'refuse') return hangUp();
      if (!server.listening) await listen(server, port);
      if (next === 'stall') return;
      for (const socket of stalled) socket.resume();
      stalled.clear();
    },
    set(change) {
      Object.assign(state.condition, change);
      for (const engine of engines) engine.work();
    },
    async nextJob() {
      for (;;) {
        const job = jobs[given];
        if (job) {
          given++;
          return job;
        }
        await once(news, 'job');
      }
    },
    async nextPrinted() {
      await once(news, 'printed');
    },
    close: hangUp,
  };
}

async function listen(server: Server, port: number): Promise<void> {
  server.listen(port, HOST);
  await once(server, 'listening');
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the printer has no port');
  return address.port;
}

async function readSlowly(socket: Socket): Promise<void> {
  while (!socket.destroyed && !socket.readableEnded) {
    socket.read(Math.min(SLOW.bytes, Math.max(socket.readableLength, 1)));
    await sleep(SLOW.everyMs);
  }
}
