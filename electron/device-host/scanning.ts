import type { ScannerSettings } from '../../app/settings/scanners.ts';
import type { Scanner } from '../../native/scanner.ts';
import { openSerialScanner } from '../../native/serial/serial-scanner.ts';
import type { Tell } from './protocol.ts';

let scanners: readonly Scanner[] = [];

/** Opens these scanners in place of all before. */
export async function openScanners(settings: readonly ScannerSettings[], tell: Tell): Promise<void> {
  await Promise.all(scanners.map((scanner) => scanner.stop()));
  scanners = settings.map((one, place) =>
    openSerialScanner(one, {
      scan: (scan) => tell({ kind: 'scan', scan }),
      damaged: () => tell({ kind: 'scan-damaged', scanner: place }),
      state: (state) => tell({ kind: 'scanner-state', scanner: place, state }),
    }),
  );
}
