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
      const far = end;
      const speak = () =>
        insist(
          async () => void (await far?.write(bytes)),
          NOT_READY,
          () => end === far,
        );
      saying = saying.then(speak).catch(() => {});
    },
    printed: (bytes) => paper.push(bytes),
    cut: () => {},
  });

  async function read(far: FileHandle): Promise<void> {
    const room = Buffer.alloc(8_192);
    while (end === far) {
      if (stalled) await sleep(AGAIN_MS);
      else engine.take(Buffer.from(room.subarray(0, await readInto(room, far))));
    }
  }

  function readInto(room: Buffer, far: FileHandle): Promise<number> {
    return insist(
      async () => (await far.read(room)).bytesRead,
      NOT_READY,
      () => end === far,
    );
  }

  return {
    async plug() {
      gadget.plug();
      const far = await insist(
        () => open(FAR_END, constants.O_RDWR | constants.O_NONBLOCK),
        NOT_THERE,
        () => true,
      );
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
}

/** An end without anything to give or without room; one that the kernel has not made yet. */
const NOT_READY: readonly unknown[] = ['EAGAIN'];
const NOT_THERE: readonly unknown[] = ['ENODEV', 'ENOENT'];

/** Tries again after these errors, as long as it is wanted. */
async function insist<Value>(
  attempt: () => Promise<Value>,
  after: readonly unknown[],
  wanted: () => boolean,
): Promise<Value> {
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : '';
      if (!after.includes(code) || !wanted()) throw error;
      await sleep(AGAIN_MS);
    }
  }
}
