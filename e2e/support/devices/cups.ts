import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** A printing service of its own, apart from the system's, with one raw queue to a network printer. */
export type Cups = {
  /** Path of the socket at which it listens. */
  readonly server: string;
  readonly queue: string;
  close(): Promise<void>;
};

const QUEUE = 'slips';
const READY_EVERY_MS = 20;

/** What CUPS calls to bring a job to its device: the job's file is the sixth argument, or comes at standard input. */
const BACKEND = `#!/bin/sh
[ $# -eq 0 ] && exit 0
exec socat -u "\${6:+OPEN:}\${6:--}" "TCP:\${DEVICE_URI#wire://}"
`;

/** As Debian sets it up: who cancels a job must be its owner. A device that cannot be reached is tried again. */
const rules = (socket: string): string => `
Listen ${socket}
LogLevel warn
Browsing No
WebInterface No
DefaultAuthType Basic
ErrorPolicy retry-job
JobRetryInterval 1
<Location />
  Order allow,deny
  Allow all
</Location>
<Policy default>
  <Limit Cancel-Job>
    Require user @OWNER @SYSTEM
    Order deny,allow
  </Limit>
  <Limit All>
    Order deny,allow
  </Limit>
</Policy>
`;

const queueTo = (printer: { host: string; port: number }): string => `
<Printer ${QUEUE}>
DeviceURI wire://${printer.host}:${printer.port}
State Idle
Accepting Yes
Shared No
JobSheets none none
ErrorPolicy retry-job
</Printer>
`;

/** Starts the service; needs Debian's cups-daemon and socat. */
export async function startCups(printer: { host: string; port: number }): Promise<Cups> {
  const home = await mkdtemp(join(tmpdir(), 'cups-'));
  // Its backends run as another user.
  await chmod(home, 0o755);
  const server = join(home, 'socket');
  const folders = { ServerRoot: 'etc', StateDir: 'state', CacheDir: 'cache', RequestRoot: 'spool', TempDir: 'tmp' };
  for (const folder of [...Object.values(folders), 'bin/backend']) await mkdir(join(home, folder), { recursive: true });
  const files = {
    'etc/cupsd.conf': rules(server),
    'etc/printers.conf': queueTo(printer),
    'etc/cups-files.conf': [
      ...Object.entries(folders).map(([name, folder]) => `${name} ${join(home, folder)}`),
      `ServerBin ${join(home, 'bin')}`,
      ...['AccessLog', 'ErrorLog', 'PageLog'].map((name) => `${name} stderr`),
      'Sandboxing relaxed',
    ].join('\n'),
    'bin/backend/wire': BACKEND,
  };
  for (const [name, text] of Object.entries(files)) await writeFile(join(home, name), text);
  await chmod(join(home, 'bin/backend/wire'), 0o755);
  // The service's own helpers, by which it starts a backend.
  await symlink('/usr/lib/cups/daemon', join(home, 'bin/daemon'));

  const args = ['-f', '-c', join(home, 'etc/cupsd.conf'), '-s', join(home, 'etc/cups-files.conf')];
  const daemon = spawn('cupsd', args, {
    stdio: 'ignore',
    env: { ...process.env, PATH: `${process.env['PATH']}:/usr/sbin` },
  });
  await listening(server, daemon);
  return {
    server,
    queue: QUEUE,
    async close() {
      const exited = once(daemon, 'exit');
      daemon.kill('SIGTERM');
      await exited;
      await rm(home, { recursive: true, force: true });
    },
  };
}

async function listening(socket: string, daemon: ChildProcess): Promise<void> {
  const failed = once(daemon, 'exit').then(() => {
    throw new Error('cupsd did not start');
  });
  await Promise.race([failed, untilConnected(socket)]);
  failed.catch(() => {});
}

async function untilConnected(path: string): Promise<void> {
  for (;;) {
    const socket = connect({ path });
    const isThere = await once(socket, 'connect').then(
      () => true,
      () => false,
    );
    socket.destroy();
    if (isThere) return;
    await sleep(READY_EVERY_MS);
  }
}
