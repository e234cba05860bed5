import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';

/** A serial device made of a pseudo-terminal: what is typed here arrives at whoever has `portPath` open. */
export type Pty = {
  readonly portPath: string;
  /** Settles when the bytes are on their way. */
  type(bytes: string | Uint8Array): Promise<void>;
  /** The device vanishes, as if the cable was pulled. */
  unplug(): Promise<void>;
  /** It comes back on the same path. */
  replug(): Promise<void>;
  close(): Promise<void>;
};

type Socat = ChildProcessByStdio<Writable, Readable, Readable>;

/**
 * Starts a plugged-in device. Needs `socat`.
 * @param plugged is given, each time it is plugged in, what whoever has the port open writes there
 */
export async function startPty(plugged: (written: Readable) => void = (written) => written.resume()): Promise<Pty> {
  const directory = await mkdtemp(join(tmpdir(), 'pty-'));
  const portPath = join(directory, 'device');
  const plug = async (): Promise<Socat> => {
    const plugIn = await socatAt(portPath);
    plugged(plugIn.stdout);
    return plugIn;
  };
  let socat: Socat | null = await plug();

  async function unplug(): Promise<void> {
    if (!socat) return;
    const exited = once(socat, 'exit');
    socat.kill('SIGKILL');
    socat = null;
    await exited;
    // A killed socat leaves its link behind; a real device takes its node along.
    await rm(portPath, { force: true });
  }

  return {
    portPath,
    type(bytes) {
      return new Promise((resolve, reject) => {
        if (!socat) throw new Error('typed at an unplugged device');
        socat.stdin.write(bytes, (error) => (error ? reject(error) : resolve()));
      });
    },
    unplug,
    async replug() {
      socat ??= await plug();
    },
    async close() {
      await unplug();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

/** Settles when the device can be opened: socat reports that by its notices. */
async function socatAt(portPath: string): Promise<Socat> {
  const socat = spawn('socat', ['-d', '-d', '-', `pty,raw,echo=0,link=${portPath}`], {
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  socat.stdin.on('error', () => {});
  let notices = '';
  for await (const chunk of socat.stderr.setEncoding('utf8').iterator({ destroyOnReturn: false })) {
    notices += chunk;
    if (notices.includes('starting data transfer loop')) {
      socat.stderr.resume();
      return socat;
    }
  }
  throw new Error(`socat did not start: ${notices}`);
}
