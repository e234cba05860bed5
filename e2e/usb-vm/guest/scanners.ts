import { spawnSync } from 'node:child_process';
import { type FileHandle, open } from 'node:fs/promises';
import { REPORT_DESCRIPTOR, REPORT_LENGTH, reportsOf } from '../../support/devices/hid-pos.ts';
import { createGadget, type Gadget, type Identity } from './usb-gadget.ts';

/** A scanner of software on a USB port. */
export type UsbScanner = Pick<Gadget, 'plug'> & {
  unplug(): void | Promise<void>;
  /** Sends codes, as if they were scanned as fast as it can. */
  scan(...codes: string[]): Promise<void>;
  /** Sends bytes as they are: a part of a code, or noise. */
  send(bytes: Uint8Array): Promise<void>;
};

export function hidScanner(identity: Identity): UsbScanner {
  const gadget = createGadget(identity, {
    kind: 'hid',
    attributes: { report_length: String(REPORT_LENGTH), protocol: '0', subclass: '0', report_desc: REPORT_DESCRIPTOR },
  });
  const far = farEnd(() => `/dev/hidg${gadget.attribute('dev').split(':')[1]}`);
  return {
    plug: gadget.plug,
    unplug: gadget.unplug,
    send: far.write,
    async scan(...codes) {
      for (const report of codes.flatMap((code) => reportsOf(code))) await far.write(report);
    },
  };
}

export function cdcScanner(identity: Identity): UsbScanner {
  const gadget = createGadget(identity, { kind: 'acm', attributes: {} });
  const path = () => `/dev/ttyGS${gadget.attribute('port_num')}`;
  const far = farEnd(path);
  return {
    plug() {
      gadget.plug();
      spawnSync('stty', ['-F', path(), 'raw', '-echo']);
    },
    async unplug() {
      gadget.unplug();
      // Its own end hangs up too.
      await far.close();
    },
    send: far.write,
    scan: (...codes) => far.write(Buffer.from(codes.map((code) => `${code}\r`).join(''), 'latin1')),
  };
}

/** The device's own end, opened when it is first written to. */
function farEnd(path: () => string) {
  let file: FileHandle | null = null;
  return {
    async write(bytes: Uint8Array): Promise<void> {
      file ??= await open(path(), 'w');
      for (let written = 0; written < bytes.length; ) {
        written += (await file.write(bytes, written)).bytesWritten;
      }
    },
    async close(): Promise<void> {
      await file?.close();
      file = null;
    },
  };
}
