import { HostPrinting } from './printing.ts';
import { type Tell, toHost } from './protocol.ts';
import { find, openScanners } from './scanning.ts';

/** Does what main asks of the device host, and answers by `tell`. */
export function answering(tell: Tell): (data: unknown) => void {
  const printing = new HostPrinting(tell);
  return (data) => {
    const message = toHost.parse(data);
    switch (message.kind) {
      case 'scanners':
        openScanners(message, tell);
        break;
      case 'find':
        void find(tell);
        break;
      case 'print':
        void printing.print(message);
        break;
      case 'print-go':
        printing.go(message.job);
        break;
      case 'print-stop':
        printing.stop(message.job);
        break;
      case 'printer-prepare':
        printing.prepare(message);
        break;
      case 'printer-release':
        printing.release(message.preparation);
        break;
      case 'ping':
        tell({ kind: 'pong' });
        break;
      case 'find-printers':
        void printing.find();
        break;
    }
  };
}
