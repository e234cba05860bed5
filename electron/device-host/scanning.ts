import type { ScannerSettings } from '../../app/settings/scanners.ts';
import { findDevices } from '../../native/discovery/find-devices.ts';
import { openHidScanner } from '../../native/hid/hid-scanner.ts';
import type { Resumption, Scanner, ScannerListeners } from '../../native/scanner.ts';
import { openSerialScanner } from '../../native/serial/serial-scanner.ts';
import type { Tell, ToHost } from './protocol.ts';

let opened: Promise<readonly Scanner[]> = Promise.resolve([]);

/** Opens these scanners in place of all before. */
export function openScanners({ scanners, interrupted }: Extract<ToHost, { kind: 'scanners' }>, tell: Tell): void {
  opened = opened.then(async (before) => {
    await Promise.all(before.map((scanner) => scanner.stop()));
    return scanners.flatMap((settings, place) =>
      open(settings, listenersOf(place, tell), interrupted && { inside: interrupted.includes(place) }),
    );
  });
}

/** Tells what is plugged in and may be a scanner. */
export async function find(tell: Tell): Promise<void> {
  tell({ kind: 'found', devices: [...(await findDevices())] });
}

/** Everything is told in the same turn in which it is read: what waits here is lost when this process dies. */
function listenersOf(place: number, tell: Tell): ScannerListeners {
  return {
    scan: (scan) => tell({ kind: 'scan', scanner: place, scan }),
    damaged: () => tell({ kind: 'scan-damaged', scanner: place }),
    underWay: (is) => tell({ kind: 'scan-under-way', scanner: place, is }),
    state: (state, device) => tell({ kind: 'scanner-state', scanner: place, state, device }),
  };
}

function open(settings: ScannerSettings, listeners: ScannerListeners, resumption: Resumption | null): Scanner[] {
  switch (settings.kind) {
    case 'serial':
      return [openSerialScanner(settings, listeners, resumption)];
    case 'hid':
      return [openHidScanner(settings, listeners, resumption)];
    case 'wedge':
      // It types into the window; there is no device to open.
      return [];
  }
}
