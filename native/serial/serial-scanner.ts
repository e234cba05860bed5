import { setTimeout as sleep } from 'node:timers/promises';
import type { ScannerSettings } from '../../app/settings/scanners.ts';
import { decodeFrame } from '../scan/decode.ts';
import type { FrameListeners } from '../scan/framer.ts';
import type { Scanner, ScannerListeners, ScannerState } from '../scanner.ts';
import { openPort, readFrames } from './port.ts';

const FIRST_RETRY_MS = 250;
const LONGEST_RETRY_MS = 2000;

/** Reads a scanner at a serial port (RS-232, USB-CDC), and connects again whenever it comes back. */
export function openSerialScanner(settings: ScannerSettings, listeners: ScannerListeners): Scanner {
  const stopping = new AbortController();
  const running = keepConnected(settings, listeners, stopping.signal);
  return {
    stop() {
      stopping.abort();
      return running;
    },
  };
}

async function keepConnected(
  settings: ScannerSettings,
  listeners: ScannerListeners,
  stopped: AbortSignal,
): Promise<void> {
  const report = reporter(listeners, stopped);
  const frames = frameListeners(listeners);
  report('connecting');
  for (let failures = 0; !stopped.aborted; failures++) {
    const opened = await openPort(settings);
    if (opened.ok) {
      failures = 0;
      report('ready');
      await readFrames(opened.value, frames, stopped);
    }
    report(opened.ok ? 'unplugged' : opened.error);
    await pause(Math.min(FIRST_RETRY_MS * 2 ** failures, LONGEST_RETRY_MS), stopped);
  }
}

/** Passes changes of the state on. A scanner that was pulled out stays `unplugged` while it cannot be found. */
function reporter(listeners: ScannerListeners, stopped: AbortSignal): (state: ScannerState) => void {
  let last: ScannerState | null = null;
  return (state) => {
    if (stopped.aborted || state === last || (state === 'not-found' && last === 'unplugged')) return;
    last = state;
    listeners.state(state);
  };
}

function frameListeners(listeners: ScannerListeners): FrameListeners {
  return {
    frame(bytes) {
      const code = decodeFrame(bytes);
      if (code) listeners.scan({ ...code, source: 'serial' });
      else listeners.damaged('unreadable');
    },
    damaged: listeners.damaged,
  };
}

async function pause(ms: number, stopped: AbortSignal): Promise<void> {
  try {
    await sleep(ms, undefined, { signal: stopped });
  } catch {
    // Stopped: there is nothing left to wait for.
  }
}
