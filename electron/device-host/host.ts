import type { ScannerSettings } from '../../app/settings/profile.ts';
import type { Scanner } from '../../native/scanner.ts';
import { openSerialScanner } from '../../native/serial/serial-scanner.ts';
import { sendOverTcp } from '../../printing/tcp.ts';
import { type FromHost, type ToHost, toHost } from './protocol.ts';

/**
 * The device host: a process of its own for native scanner and printer code, so that a fault in a driver takes down neither
 * the sale nor the journal. Started by main as an Electron utility process.
 */
const { parentPort } = process;

const tell = (message: FromHost): void => parentPort.postMessage(message);

let scanners: readonly Scanner[] = [];

async function openScanners(settings: readonly ScannerSettings[]): Promise<void> {
  await Promise.all(scanners.map((scanner) => scanner.stop()));
  scanners = settings.map((one, place) =>
    openSerialScanner(one, {
      scan: (scan) => tell({ kind: 'scan', scan }),
      damaged: () => tell({ kind: 'scan-damaged', scanner: place }),
      state: (state) => tell({ kind: 'scanner-state', scanner: place, state }),
    }),
  );
}

async function print({ job, printer, bytes }: Extract<ToHost, { kind: 'print' }>): Promise<void> {
  const sent = await sendOverTcp(bytes, printer);
  tell({ kind: 'print-result', job, outcome: sent.ok ? 'sent' : sent.error });
}

parentPort.on('message', ({ data }) => {
  const message = toHost.parse(data);
  if (message.kind === 'scanners') void openScanners(message.scanners);
  else void print(message);
});
