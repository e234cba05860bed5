import type { FoundDevice } from '../app/domain/found-device.ts';
import { fail, type Result } from '../app/domain/result.ts';
import { watchDevices } from './discovery/device-watch.ts';
import type { OpenFailure } from './open-failure.ts';
import type { Scanner, ScannerListeners, ScannerState } from './scanner.ts';

/** One kind of device, and how to get at it. */
export type Access = {
  /** Folders where its node comes and goes. */
  readonly folders: readonly string[];
  /** Where it is now, most likely first; empty while it is not plugged in. */
  find(): Promise<readonly FoundDevice[]>;
  open(device: FoundDevice): Promise<Result<Connection, OpenFailure>>;
};

/** Reads an open device until it is gone or `stopped` is raised; settles when it is closed. */
export type Connection = (stopped: AbortSignal) => Promise<void>;

type Attempt = { readonly device: FoundDevice | null; readonly opened: Result<Connection, OpenFailure> };

/** Connects to a device, and again whenever it comes back, on whatever path. */
export function keepConnected(access: Access, listeners: Pick<ScannerListeners, 'state'>): Scanner {
  const stopping = new AbortController();
  const running = run(access, listeners, stopping.signal);
  return {
    stop() {
      stopping.abort();
      return running;
    },
  };
}

async function run(access: Access, listeners: Pick<ScannerListeners, 'state'>, stopped: AbortSignal): Promise<void> {
  const report = reporter(listeners, stopped);
  report('connecting', null);
  while (!stopped.aborted) {
    const { device, connection } = await untilOpen(access, report, stopped);
    if (!connection) return;
    report('ready', device);
    await connection(stopped);
    report('unplugged', device);
  }
}

/** Looks for the device until it is open; without a connection only when `stopped` was raised. */
async function untilOpen(access: Access, report: ScannerListeners['state'], stopped: AbortSignal) {
  const watch = watchDevices(access.folders, stopped);
  try {
    while (!stopped.aborted) {
      const { device, opened } = await attempt(access);
      if (opened.ok) return { device, connection: opened.value };
      report(opened.error, device);
      await watch.stirred();
    }
    return { device: null, connection: null };
  } finally {
    watch.close();
  }
}

/** Opens the first device that lets itself be opened; else tells why the likeliest did not. */
async function attempt(access: Access): Promise<Attempt> {
  let first: Attempt | null = null;
  for (const device of await access.find()) {
    const opened = await access.open(device);
    if (opened.ok) return { device, opened };
    first ??= { device, opened };
  }
  return first ?? { device: null, opened: fail('not-found') };
}

/** Passes changes of the state on. A scanner that was pulled out stays `unplugged` while it cannot be found. */
function reporter({ state: tell }: Pick<ScannerListeners, 'state'>, stopped: AbortSignal): ScannerListeners['state'] {
  let last: ScannerState | null = null;
  return (state, device) => {
    if (stopped.aborted || state === last || (state === 'not-found' && last === 'unplugged')) return;
    last = state;
    tell(state, device);
  };
}
