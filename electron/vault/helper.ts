import { text } from 'node:stream/consumers';
import { Worker } from 'node:worker_threads';
import { app } from 'electron';
import { ANSWER_MARK, HELPER_SWITCH, helperRequest } from './helper-protocol.ts';
import { safeStorageKeychain } from './safe-storage.ts';

/** A call that blocks this process would keep it from seeing that the till is gone. */
const GUARD = `
const parent = process.ppid;
setInterval(() => process.ppid !== parent && process.kill(process.pid, 'SIGKILL'), 1000);
`;

function isHelperSwitch(arg: string): boolean {
  return arg.startsWith(`${HELPER_SWITCH}=`);
}

/** The folder for Chromium where this process was started to ask the keychain, else `null`. */
export function helperFolder(args: readonly string[]): string | null {
  const own = args.find(isHelperSwitch);
  return process.platform === 'linux' && own !== undefined ? own.slice(HELPER_SWITCH.length + 1) : null;
}

/** Asks the keychain in place of the till, which goes on meanwhile: whoever does not answer blocks this process alone. Shows nothing. */
export async function serveKeychain(folder: string): Promise<void> {
  app.setPath('userData', folder);
  app.disableHardwareAcceleration();
  new Worker(GUARD, { eval: true });
  const [request] = await Promise.all([text(process.stdin), app.whenReady()]);
  const asked = helperRequest.parse(JSON.parse(request));
  const { signal } = new AbortController();
  const answer = await (asked.kind === 'open'
    ? safeStorageKeychain.open(asked.sealed, signal)
    : safeStorageKeychain.seal(asked.texts, signal));
  process.stdout.write(`${ANSWER_MARK}${JSON.stringify(answer)}\n`, () => app.exit(0));
}
