import { fail, ok } from '../../app/domain/result.ts';
import type { Alphabet } from '../../app/domain/scan.ts';
import type { HidSettings } from '../../app/settings/scanners.ts';
import { listHidScanners } from '../discovery/hid-scanners.ts';
import { isWanted } from '../discovery/match.ts';
import { keepConnected } from '../keep-connected.ts';
import { decodeData, decodeFrame } from '../scan/decode.ts';
import type { Resumption, Scanner, ScannerListeners } from '../scanner.ts';
import { openHid, readCodes } from './hid-device.ts';
import type { JoinerListeners } from './joiner.ts';

/** Paths that a scanner of this process reads. The system lets two read one device, and both would tell each code. */
const inUse = new Set<string>();

/**
 * Reads a USB scanner in its HID POS mode, and connects again whenever it comes back.
 * @param resumption of a driver that died; `null` at a fresh start
 */
export function openHidScanner(
  { usb, alphabet }: HidSettings,
  listeners: ScannerListeners,
  resumption: Resumption | null = null,
): Scanner {
  const codes = codeListeners(listeners, alphabet);
  let inside = resumption?.inside ?? false;
  return keepConnected(
    {
      folders: ['/dev'],
      find: async () => (await listHidScanners()).filter((device) => !usb || isWanted(device, usb)),
      async open(device) {
        if (inUse.has(device.path)) return fail('busy');
        inUse.add(device.path);
        const opened = await openHid(device);
        if (!opened.ok) {
          inUse.delete(device.path);
          return fail(opened.error);
        }
        const from = inside;
        inside = false;
        return ok(async (stopped) => {
          await readCodes(opened.value, from, codes, stopped);
          inUse.delete(device.path);
        });
      },
    },
    listeners,
  );
}

function codeListeners(listeners: ScannerListeners, alphabet: Alphabet): JoinerListeners {
  return {
    code(bytes, symbology) {
      const code = symbology === null ? decodeFrame(bytes, alphabet) : told(decodeData(bytes, alphabet), symbology);
      if (code) listeners.scan({ ...code, source: 'hid', at: Date.now() });
      else listeners.damaged('unreadable');
    },
    damaged: listeners.damaged,
    underWay: listeners.underWay,
  };
}

function told(text: string | null, aim: string) {
  return text === null ? null : { text, aim };
}
