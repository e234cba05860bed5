import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { type PrinterCondition, PrinterEngine, WELL } from '../../support/devices/printer-engine.ts';
import { createGadget, type Identity } from './usb-gadget.ts';

/** A printer of software on a USB port. */
export type UsbPrinter = {
  /** Settles when this machine has found it. */
  plug(): Promise<void>;
  unplug(): Promise<void>;
  set(condition: Partial<PrinterCondition>): void;
  /** Takes nothing from the cable until it is told to go on. */
  stall(stalled: boolean): void;
  /** All that came out on paper. */
  paper(): Buffer;
};

/** The kernel's name for the printer's own end. */
const FAR_END = '/dev/g_printer0';
/** Between two tries of an end that has nothing to give or no room, ms. */
const AGAIN_MS = 5;

export function usbPrinter(identity: Identity): UsbPrinter {
  const gadget = createGadget(identity, {
    kind: 'printer',
    attributes: { pnp_string: `MFG:${identity.maker};MDL:${identity.product};CLS:PRINTER;` },
  });
  const state = { condition: { ...WELL } };
  const paper: Uint8Array[] = [];
  let stalled = false;
  let end: FileHandle | null = null;
  let running: Promise<void> = Promise.resolve();
  let saying: Promise<void> = Promise.resolve();

  const engine = new PrinterEngine(state, {
    say(bytes) {
      saying = saying.then(() => insist(async () => void (await end?.write(bytes)))).catch(() => {});
    },
    printed: (bytes) => paper.push(bytes),
    cut: () => {},
  });

  async function read(far: FileHandle): Promise<void> {
    const room = Buffer.alloc(8_192);
    while (end === far) {
      if (stalled) await sleep(AGAIN_MS);
      else engine.take(Buffer.from(room.subarray(0, await insist(async () => (await far.read(room)).bytesRead))));
    }
  }

  return {
    async plug() {
      gadget.plug();
      const far = await insist(() => open(FAR_END, constants.O_RDWR | constants.O_NONBLOCK));
      end = far;
      running = read(far).catch(() => {});
    },
    async unplug() {
      const far = end;
      end = null;
      engine.clear();
      gadget.unplug();
      await running;
      await far?.close();
    },
    set(change) {
      Object.assign(state.condition, change);
      engine.work();
    },
    stall(now) {
      stalled = now;
    },
    paper: () => Buffer.concat(paper),
  };

  /** Tries again while the other end is not there yet, or not ready. */
  async function insist<Value>(attempt: () => Promise<Value>): Promise<Value> {
    for (;;) {
      try {
        return await attempt();
      } catch (error) {
        const code = error instanceof Error && 'code' in error ? error.code : '';
        if (code !== 'EAGAIN' && !(end === null && (code === 'ENODEV' || code === 'ENOENT'))) throw error;
        await sleep(AGAIN_MS);
      }
    }
  }
}
