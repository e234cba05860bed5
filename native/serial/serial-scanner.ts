import { dirname } from 'node:path';
import { fail, ok } from '../../app/domain/result.ts';
import type { Alphabet } from '../../app/domain/scan.ts';
import type { SerialSettings } from '../../app/settings/scanners.ts';
import { placesOf } from '../discovery/match.ts';
import { listSerialPorts, serialPortAt } from '../discovery/serial-ports.ts';
import { keepConnected } from '../keep-connected.ts';
import { decodeFrame } from '../scan/decode.ts';
import type { FrameListeners } from '../scan/framer.ts';
import type { Resumption, Scanner, ScannerListeners } from '../scanner.ts';
import { openPort, readFrames } from './port.ts';

/**
 * Reads a scanner at a serial port (RS-232, USB-CDC), and connects again whenever it comes back.
 * @param resumption of a driver that died; `null` at a fresh start
 */
export function openSerialScanner(
  settings: SerialSettings,
  listeners: ScannerListeners,
  resumption: Resumption | null = null,
): Scanner {
  const frames = frameListeners(listeners, settings.alphabet);
  let resumed = resumption;
  return keepConnected(
    {
      folders: ['/dev', ...(settings.path === undefined ? [] : [dirname(settings.path)])],
      find: () => placesOf(settings, listSerialPorts, serialPortAt),
      async open({ path }) {
        const opened = await openPort(path, settings, resumed ? 'kept' : 'dropped');
        if (!opened.ok) return fail(opened.error);
        const start = { end: settings.end, inside: resumed?.inside ?? false };
        resumed = null;
        return ok((stopped) => readFrames(opened.value, start, frames, stopped));
      },
    },
    listeners,
  );
}

function frameListeners(listeners: ScannerListeners, alphabet: Alphabet): FrameListeners {
  return {
    frame(bytes) {
      const code = decodeFrame(bytes, alphabet);
      if (code) listeners.scan({ ...code, source: 'serial', at: Date.now() });
      else listeners.damaged('unreadable');
    },
    damaged: listeners.damaged,
    underWay: listeners.underWay,
  };
}
