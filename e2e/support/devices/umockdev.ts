import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { REPORT_DESCRIPTOR } from './hid-pos.ts';

/** A HID POS scanner that only one process sees: umockdev puts its own /sys, /dev/hidraw0 and ioctl in front of the system's. */
export type MockedProcess = {
  /** What it writes, line by line. */
  readonly lines: AsyncIterableIterator<string>;
  close(): Promise<void>;
};

export const MOCKED_SCANNER = {
  kind: 'hid',
  name: 'Honeywell HID POS Scanner',
  path: '/dev/hidraw0',
  usb: { vendorId: '0c2e', productId: '0b81', serialNumber: 'SN00000042' },
} as const;

/** The kernel allows so many bytes in a report descriptor (linux/hid.h, HID_MAX_DESCRIPTOR_SIZE). */
const LARGEST_DESCRIPTOR = 4096;

const NEXT = 'n';

/**
 * Runs a script of Node's with the scanner plugged in. Its arguments are the device's path and what to write there to get a report:
 * two that wait would be read as one. Needs `umockdev-run`.
 */
export async function runWithScanner(script: string, reports: readonly Uint8Array[]): Promise<MockedProcess> {
  const folder = await mkdtemp(join(tmpdir(), 'umockdev-'));
  const file = (name: string) => join(folder, name);
  await writeFile(file('device'), description());
  await writeFile(file('ioctl'), ioctls());
  await writeFile(file('script'), recording(reports), 'latin1');
  const node = MOCKED_SCANNER.path;
  const child = spawn(
    'umockdev-run',
    [
      ...['-d', file('device'), '-i', `${node}=${file('ioctl')}`, '-s', `${node}=${file('script')}`],
      ...['--', process.execPath, script, node, NEXT],
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  return {
    lines: linesOf(child),
    async close() {
      const exited = once(child, 'exit');
      if (child.exitCode === null && child.kill()) await exited;
      await rm(folder, { recursive: true });
    },
  };
}

async function* linesOf({ stdout }: ChildProcess): AsyncIterableIterator<string> {
  let rest = '';
  for await (const text of stdout?.setEncoding('utf8') ?? []) {
    const lines = `${rest}${text}`.split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
}

/** The device and its parents as `umockdev-record` words them. */
function description(): string {
  const { vendorId, productId, serialNumber } = MOCKED_SCANNER.usb;
  const id = `0003:${vendorId}:${productId}`.toUpperCase();
  const hidId = `0003:0000${vendorId}:0000${productId}`.toUpperCase();
  const device = '/devices/pci0000:00/0000:00:14.0/usb1/1-1';
  const hid = `${device}/1-1:1.0/${id}.0001`;
  const uevent = [
    'DRIVER=hid-generic',
    `HID_ID=${hidId}`,
    `HID_NAME=${MOCKED_SCANNER.name}`,
    'HID_PHYS=usb-0000:00:14.0-1/input0',
    `HID_UNIQ=${serialNumber}`,
  ];
  return [
    [
      `P: ${device}`,
      'N: bus/usb/001/002',
      'E: DEVTYPE=usb_device',
      'E: SUBSYSTEM=usb',
      `A: idVendor=${vendorId}`,
      `A: idProduct=${productId}`,
      'A: manufacturer=Honeywell',
      'A: product=HID POS Scanner',
      `A: serial=${serialNumber}`,
      'A: bcdDevice=0100',
      'A: busnum=1',
      'A: devnum=2',
    ],
    [`P: ${device}/1-1:1.0`, 'E: DEVTYPE=usb_interface', 'E: SUBSYSTEM=usb', 'A: bInterfaceNumber=00'],
    [
      `P: ${hid}`,
      'E: SUBSYSTEM=hid',
      ...uevent.map((line) => `E: ${line}`),
      `A: uevent=${uevent.join('\\n')}\\n`,
      `H: report_descriptor=${hexadecimal(REPORT_DESCRIPTOR)}`,
    ],
    [
      `P: ${hid}/hidraw/hidraw0`,
      'N: hidraw0',
      'E: DEVNAME=/dev/hidraw0',
      'E: SUBSYSTEM=hidraw',
      'E: MAJOR=240',
      'E: MINOR=0',
      'A: dev=240:0',
      `L: device=../../../${id}.0001`,
    ],
  ]
    .map((lines) => `${lines.join('\n')}\n`)
    .join('\n');
}

/** Answers to HIDIOCGRDESCSIZE, HIDIOCGRDESC and HIDIOCGRAWINFO (linux/hidraw.h). */
function ioctls(): string {
  const size = Buffer.alloc(4);
  size.writeUInt32LE(REPORT_DESCRIPTOR.length);
  const descriptor = Buffer.alloc(LARGEST_DESCRIPTOR);
  descriptor.set(REPORT_DESCRIPTOR);
  const info = Buffer.alloc(8);
  info.writeUInt32LE(3); // BUS_USB
  info.writeUInt16LE(Number.parseInt(MOCKED_SCANNER.usb.vendorId, 16), 4);
  info.writeUInt16LE(Number.parseInt(MOCKED_SCANNER.usb.productId, 16), 6);
  return [
    '@DEV /dev/hidraw0',
    `HIDIOCGRDESCSIZE 0 ${hexadecimal(size)}`,
    `HIDIOCGRDESC 0 ${hexadecimal(Buffer.concat([size, descriptor]))}`,
    `HIDIOCGRAWINFO 0 ${hexadecimal(info)}`,
    '',
  ].join('\n');
}

/** What is written to the device and read from it, in umockdev's words: control bytes and the caret itself with a caret. */
function recording(reports: readonly Uint8Array[]): string {
  const escaped = (report: Uint8Array) =>
    Array.from(report, (byte) => {
      if (byte < 0x20) return `^${String.fromCharCode(byte + 0x40)}`;
      return byte === 0x5e ? '^`' : String.fromCharCode(byte);
    }).join('');
  const exchanges = reports.flatMap((report) => [`w 0 ${NEXT}`, `r 0 ${escaped(report)}`]);
  return [`d 0 ${MOCKED_SCANNER.path}`, ...exchanges, ''].join('\n');
}

function hexadecimal(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex').toUpperCase();
}
