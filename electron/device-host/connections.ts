import { SerialPort } from 'serialport';
import { fail, ok, type Result } from '../../app/domain/result.ts';
import type { PrinterOf, PrinterSettings } from '../../app/settings/printers.ts';
import { placesOf } from '../../native/discovery/match.ts';
import { listSerialPorts, serialPortAt } from '../../native/discovery/serial-ports.ts';
import { failureByCode, systemCodeOf } from '../../native/open-failure.ts';
import { portFailure } from '../../native/serial/port-failure.ts';
import type { Channel, OpenChannel } from '../../printing/transport/channel.ts';
import { cupsQueue } from '../../printing/transport/cups.ts';
import { ippClient } from '../../printing/transport/ipp-client.ts';
import { notStarted, type PrintEnd, type PrintWatch } from '../../printing/transport/job.ts';
import type { Manners } from '../../printing/transport/manners.ts';
import { serialChannel } from '../../printing/transport/serial.ts';
import { printOverSpooler } from '../../printing/transport/spooled-job.ts';
import { pulseAtOnce } from '../../printing/transport/status.ts';
import {
  type Greeted,
  greet,
  printGreeted,
  printOverStream,
  pulseOverStream,
} from '../../printing/transport/stream-job.ts';
import { openTcp } from '../../printing/transport/tcp.ts';
import type { Trouble } from '../../printing/transport/trouble.ts';
import { openUsbLp } from '../../printing/transport/usb-lp.ts';
import { usbPrinterAt, usbPrinters } from '../../printing/transport/usb-printers.ts';
import { windowsQueue } from '../../printing/transport/windows-queue.ts';
import { loadWinspool, type Winspool } from '../../printing/transport/winspool.ts';

/** A printer that can be spoken with, rather than one behind a queue of the system. */
type SpokenWith = PrinterOf<'tcp' | 'serial' | 'usb'>;

/** How a printer is opened to be spoken with. */
function wayTo(printer: SpokenWith): OpenChannel {
  switch (printer.kind) {
    case 'tcp':
      return () => openTcp(printer);
    case 'serial':
      return () => openSerial(printer);
    case 'usb':
      return () => openUsb(printer);
  }
}

/** Connects a printer and asks it how it is, ahead of its slip; `null` for one that cannot be asked. */
export async function greetPrinter(
  printer: PrinterSettings,
  manners: Manners,
  givenUp: AbortSignal,
): Promise<Greeted | null> {
  if (printer.kind === 'cups' || printer.kind === 'spooler') return null;
  const greeted = await greet(wayTo(printer), manners, givenUp);
  return greeted.ok ? greeted.value : null;
}

/**
 * Prints on a printer, however it is connected.
 * @param greeted where it is connected and ready already
 * @param isPulse the bytes open the drawer and nothing comes out: one that is spoken with need not be able to print
 */
export async function printOn(
  printer: PrinterSettings,
  bytes: Uint8Array,
  manners: Manners,
  watch: PrintWatch,
  greeted: Greeted | null,
  isPulse: boolean,
): Promise<PrintEnd> {
  if (greeted) return printGreeted(greeted, bytes, manners, watch);
  switch (printer.kind) {
    case 'tcp':
    case 'serial':
    case 'usb': {
      if (!isPulse || printer.drawerPin === null) return printOverStream(wayTo(printer), bytes, manners, watch);
      const pulses = { pulse: bytes, atOnce: pulseAtOnce(printer.drawerPin) };
      return pulseOverStream(wayTo(printer), pulses, manners, watch);
    }
    case 'cups':
      return printOverSpooler(cupsQueue(ippClient(printer.server), printer.queue), bytes, watch);
    case 'spooler': {
      const spooler = await windowsSpooler();
      return spooler ? printOverSpooler(windowsQueue(spooler, printer.queue), bytes, watch) : notStarted('not-found');
    }
  }
}

let winspool: Promise<Winspool> | null = null;

/** Windows' spooler, loaded when it is first asked for; `null` on another system. */
export async function windowsSpooler(): Promise<Winspool | null> {
  if (process.platform !== 'win32') return null;
  winspool ??= loadWinspool();
  return winspool;
}

/** Always a new port: one that was closed sends what was written to it in between as soon as it is opened again. */
async function openSerial(printer: PrinterOf<'serial'>): Promise<Result<Channel, Trouble>> {
  const { baudRate, flow } = printer;
  const [found] = await placesOf(printer, listSerialPorts, serialPortAt);
  if (!found) return fail('not-found');
  const { path } = found;
  const soft = flow === 'xon-xoff';
  const port = new SerialPort({
    path,
    baudRate,
    rtscts: flow === 'rts-cts',
    xon: soft,
    xoff: soft,
    autoOpen: false,
  });
  // Losing the device ends in 'close'; an 'error' without a listener would end the process.
  port.on('error', () => {});
  const error = await new Promise<Error | null>((resolve) => port.open(resolve));
  return error ? fail(portFailure(error.message, await systemCodeOf(path))) : ok(serialChannel(port));
}

async function openUsb(printer: PrinterOf<'usb'>): Promise<Result<Channel, Trouble>> {
  const [found] = await placesOf(printer, usbPrinters, usbPrinterAt);
  if (!found) return fail('not-found');
  const opened = await openUsbLp(found.path);
  return opened.ok ? opened : fail(failureByCode(opened.error));
}
