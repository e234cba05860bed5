import { EventEmitter, once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * `refuse`: nothing listens; `stall`: connections are taken and not read until the mode changes, as while the paper is
 * out; `slow`: a few kilobytes a second.
 */
export type PrinterMode = 'normal' | 'refuse' | 'stall' | 'slow';

/** One connection's bytes. `whole` is false when it broke off. */
export type PrintedJob = { readonly bytes: Uint8Array; readonly whole: boolean };

export type PrinterEmulator = {
  readonly host: string;
  readonly port: number;
  setMode(mode: PrinterMode): Promise<void>;
  /** Every job so far, in the order in which they ended. */
  readonly jobs: readonly PrintedJob[];
  /** The oldest job not yet given out here; waits for one when there is none. */
  nextJob(): Promise<PrintedJob>;
  close(): Promise<void>;
};

const HOST = '127.0.0.1';
const SLOW = { bytes: 256, everyMs: 50 };

/** Starts a network printer on a free port of loopback. It says nothing and keeps what it gets. */
export async function startPrinter(): Promise<PrinterEmulator> {
  const jobs: PrintedJob[] = [];
  const connections = new Set<Socket>();
  const stalled = new Set<Socket>();
  const news = new EventEmitter();
  let mode: PrinterMode = 'normal';
  let given = 0;

  const server = createServer({ pauseOnConnect: true }, (socket) => {
    connections.add(socket);
    const received: Buffer[] = [];
    socket.on('data', (chunk) => received.push(chunk));
    socket.on('error', () => {});
    socket.once('close', () => {
      connections.delete(socket);
      stalled.delete(socket);
      if (received.length === 0) return;
      jobs.push({ bytes: Buffer.concat(received), whole: socket.readableEnded });
      news.emit('job');
    });
    if (mode === 'stall') stalled.add(socket);
    else if (mode === 'slow') void readSlowly(socket);
    else socket.resume();
  });
  await listen(server, 0);
  const port = portOf(server);

  async function hangUp(): Promise<void> {
    for (const socket of connections) socket.destroy();
    if (!server.listening) return;
    server.close();
    await once(server, 'close');
  }

  return {
    host: HOST,
    port,
    jobs,
    async setMode(next) {
      mode = next;
      if (next === 'refuse') return hangUp();
      if (!server.listening) await listen(server, port);
      if (next === 'stall') return;
      for (const socket of stalled) socket.resume();
      stalled.clear();
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
