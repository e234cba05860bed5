import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chown, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';

const PASSWORD = 'keyring-password';
const LOGIN = '/org/freedesktop/secrets/collection/login';

/** A real gnome-keyring on a session bus of its own, as a desktop has it. */
export type Keyring = {
  /** What a program needs to find it. */
  readonly env: Readonly<Record<string, string>>;
  /** A script that has Chromium choose it: Playwright makes it choose none. */
  readonly before: string;
  lock(): Promise<void>;
  /** By its password, as a login does: no prompt is answered. */
  unlock(): Promise<void>;
  isLocked(): Promise<boolean>;
  close(): Promise<void>;
};

const run = promisify(execFile);

type User = { readonly uid: number; readonly gid: number };

/** Starts one with an unlocked, empty collection; `user` is whose it is. */
export async function startKeyring(user?: User): Promise<Keyring> {
  const home = await mkdtemp(path.join(tmpdir(), 'keyring-'));
  const runtime = path.join(home, 'run');
  await mkdir(runtime, { mode: 0o700 });
  if (user) for (const folder of [home, runtime]) await chown(folder, user.uid, user.gid);
  const around = {
    HOME: home,
    XDG_RUNTIME_DIR: runtime,
    XDG_DATA_HOME: path.join(home, 'data'),
    XDG_CURRENT_DESKTOP: 'GNOME',
  };
  const before = path.join(home, 'choose-keyring.cjs');
  await writeFile(before, `require('electron').app.commandLine.appendSwitch('password-store', 'gnome-libsecret');\n`);
  const bus = spawn('dbus-daemon', ['--session', '--nofork', '--nopidfile', '--print-address=1'], {
    env: { ...process.env, ...around },
    stdio: ['ignore', 'pipe', 'ignore'],
    ...user,
  });
  const address = await firstLine(bus);
  const env = { ...around, DBUS_SESSION_BUS_ADDRESS: address };
  const daemon = spawn('gnome-keyring-daemon', ['--foreground', '--unlock', '--components=secrets'], {
    env: { ...process.env, ...env },
    stdio: ['pipe', 'pipe', 'ignore'],
    ...user,
  });
  daemon.stdin.end(PASSWORD);

  const asked = async (args: readonly string[]): Promise<string> => {
    const words = ['--session', '--print-reply', '--dest=org.freedesktop.secrets', ...args];
    return (await run('dbus-send', words, { env: { ...process.env, ...env }, ...user })).stdout;
  };
  const isLocked = async (): Promise<boolean> => {
    const property = ['string:org.freedesktop.Secret.Collection', 'string:Locked'];
    return (await asked([LOGIN, 'org.freedesktop.DBus.Properties.Get', ...property])).includes('boolean true');
  };
  const until = async (locked: boolean): Promise<void> => {
    while ((await isLocked().catch(() => !locked)) !== locked) await new Promise((done) => setTimeout(done, 50));
  };
  // Asked before it is there, the bus would start another.
  const control = path.join(runtime, 'keyring', 'control');
  while (!existsSync(control) || !(await isThere(env, user))) await new Promise((done) => setTimeout(done, 50));
  await until(false);
  return {
    env,
    before,
    isLocked,
    async lock() {
      const service = '/org/freedesktop/secrets';
      await asked([service, 'org.freedesktop.Secret.Service.Lock', `array:objpath:${LOGIN}`]);
      await until(true);
    },
    async unlock() {
      await unlocked(control);
      await until(false);
    },
    async close() {
      // With its bus ends what the keyring put on the screen.
      await Promise.all([ended(daemon), ended(bus)]);
      await rm(home, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

async function isThere(env: Keyring['env'], user: User | undefined): Promise<boolean> {
  const words = ['--session', '--print-reply', '--dest=org.freedesktop.DBus', '/org/freedesktop/DBus'];
  const question = ['org.freedesktop.DBus.NameHasOwner', 'string:org.freedesktop.secrets'];
  const { stdout } = await run('dbus-send', [...words, ...question], { env: { ...process.env, ...env }, ...user });
  return stdout.includes('boolean true');
}

const UNLOCK = 1;

/** What PAM says at a login (gnome-keyring, pam/gkr-pam-client.c): a byte for the credentials, then length, operation and password. */
async function unlocked(control: string): Promise<void> {
  const password = Buffer.from(PASSWORD);
  const head = Buffer.alloc(12);
  head.writeUInt32BE(head.length + password.length, 0);
  head.writeUInt32BE(UNLOCK, 4);
  head.writeUInt32BE(password.length, 8);
  const socket = connect(control);
  socket.write(Buffer.concat([Buffer.alloc(1), head, password]));
  const [answer] = await once(socket, 'data');
  socket.destroy();
  if (!Buffer.isBuffer(answer) || answer.readUInt32BE(4) !== 0)
    throw new Error('the keyring did not take its password');
}

async function firstLine({ stdout }: ChildProcess): Promise<string> {
  if (!stdout) throw new Error('the bus has no output');
  for await (const line of createInterface(stdout)) return line;
  throw new Error('the bus did not start');
}

async function ended(program: ChildProcess): Promise<void> {
  if (program.exitCode !== null || program.signalCode !== null) return;
  program.kill('SIGKILL');
  await once(program, 'exit');
}
