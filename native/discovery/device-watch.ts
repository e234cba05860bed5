import { type FSWatcher, watch } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** From the first stir until the device is ready to be opened: udev has to set its rights, ms. */
const SETTLE_MS = 300;
/** How often a device is looked for where nothing tells that it came, ms. */
const POLL_MS = 3_000;

export type DeviceWatch = {
  /** Settles when it is worth looking for the device again, or at once when `stopped` is raised. */
  stirred(): Promise<void>;
  close(): void;
};

/**
 * Watches `folders`, where device nodes come and go, for one that is not there. To be opened before the first look, so
 * that nothing is missed, and closed once the device is found: every write to any device wakes it.
 */
export function watchDevices(folders: readonly string[], stopped: AbortSignal): DeviceWatch {
  let waking = new AbortController();
  const wake = () => waking.abort();
  const watchers = folders.flatMap((folder) => guarded(folder, wake));
  stopped.addEventListener('abort', wake);
  return {
    async stirred() {
      await pause(POLL_MS, waking.signal);
      if (waking.signal.aborted) await pause(SETTLE_MS, stopped);
      waking = new AbortController();
    },
    close() {
      for (const watcher of watchers) watcher.close();
      stopped.removeEventListener('abort', wake);
    },
  };
}

/** A watcher that tells of what comes and goes; none for a folder that cannot be watched, where the poll has to do. */
function guarded(folder: string, stirred: () => void): FSWatcher[] {
  try {
    const watcher = watch(folder, { persistent: false }, (event) => {
      if (event === 'rename') stirred();
    });
    watcher.on('error', () => watcher.close());
    return [watcher];
  } catch {
    return [];
  }
}

async function pause(ms: number, ended: AbortSignal): Promise<void> {
  try {
    await sleep(ms, undefined, { signal: ended });
  } catch {
    // Ended before its time, which is what the caller looks at.
  }
}
