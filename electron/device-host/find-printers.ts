import type { FoundPrinter } from '../../app/domain/found-printer.ts';
import { listSerialPorts } from '../../native/discovery/serial-ports.ts';
import { cupsQueues } from '../../printing/transport/cups.ts';
import { ippClient } from '../../printing/transport/ipp-client.ts';
import { usbPrinters } from '../../printing/transport/usb-printers.ts';
import { windowsSpooler } from './connections.ts';

/** What this machine knows of that can print. A network printer is nowhere registered: its address has to be typed. */
export async function findPrinters(): Promise<FoundPrinter[]> {
  const [usb, queues, windows, ports] = await Promise.all([
    usbPrinters(),
    cupsQueues(ippClient()),
    windowsSpooler().then((spooler) => spooler?.names() ?? []),
    listSerialPorts(),
  ]);
  return [
    ...usb,
    ...queues.map((queue): FoundPrinter => ({ kind: 'cups', name: queue, queue })),
    ...windows.map((queue): FoundPrinter => ({ kind: 'spooler', name: queue, queue })),
    ...ports.map(({ name, path, usb: identity }): FoundPrinter => {
      return { kind: 'serial', name, path, ...(identity && { usb: identity }) };
    }),
  ];
}
