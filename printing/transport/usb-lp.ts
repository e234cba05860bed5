import { constants } from 'node:fs';
import { type FileHandle, open, realpath } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fail, ok, type Result } from '../../app/domain/result.ts';
import type { Channel, ChannelListeners } from './channel.ts';

const CHUNK_BYTES = 4_096;
/** Between two tries of a device that can neither give nor take just now, ms. */
const AGAIN_MS = 5;
/** A read is begun again at least so often, to notice that the channel was closed, ms. */
const REREAD_MS = 1_000;
/** Longer than any reply. */
const REPLY_BYTES = 64;

/**
 * Opens a USB printer at the kernel's own driver (Linux usblp, `/dev/usb/lp0`), which only one program may have open. Without blocking:
 * a stuck printer would hold one of Node's few threads for each write. Whatever else stands at that path, a file above all, is closed
 * again unwritten.
 * @returns the system's code for why not ("EBUSY"); "ENODEV" for what is no such printer
 */
export async function openUsbLp(path: string, sys = '/sys'): Promise<Result<Channel, string>> {
  try {
    const device = await open(path, constants.O_RDWR | constants.O_NONBLOCK | constants.O_NOCTTY);
    if (await isUsbPrinter(device, sys)) return ok(channelTo(device));
    await device.close();
    return fail('ENODEV');
  } catch (error) {
    return fail(codeOf(error));
  }
}

/** Asked of what is open, not of a path that may lead elsewhere meanwhile: a character device that the kernel's usblp has made. */
async function isUsbPrinter(device: FileHandle, sys: string): Promise<boolean> {
  const found = await device.stat({ bigint: true });
  if (!found.isCharacterDevice()) return false;
  const [major, minor] = numbersOf(found.rdev);
  const node = await realpath(`${sys}/dev/char/${major}:${minor}`).catch(() => '');
  return basename(dirname(node)) === 'usbmisc' && /^lp\d+$/.test(basename(node));
}

/** Linux' major and minor numbers of a device (glibc's gnu_dev_major and gnu_dev_minor). */
function numbersOf(device: bigint): [major: bigint, minor: bigint] {
  const major = ((device >> 8n) & 0xfffn) | ((device >> 32n) & ~0xfffn);
  const minor = (device & 0xffn) | ((device >> 12n) & 0xffffff00n);
  return [major, minor];
}

function channelTo(device: FileHandle): Channel {
  let closing: Promise<void> | null = null;
  let lose: ChannelListeners['lost'] = () => {};

  /** What `use` gives, once the device is ready for it; `null` after `withinMs`. */
  async function whenReady<Value>(use: () => Promise<Value>, withinMs: number): Promise<Value | null> {
    const until = performance.now() + withinMs;
    while (!closing && performance.now() < until) {
      try {
        return await use();
      } catch (error) {
        if (codeOf(error) !== 'EAGAIN') throw error;
        await sleep(AGAIN_MS);
      }
    }
    return null;
  }

  async function read(heard: ChannelListeners['heard']): Promise<void> {
    const room = Buffer.alloc(REPLY_BYTES);
    while (!closing) {
      const { bytesRead } = (await whenReady(() => device.read(room, 0, REPLY_BYTES), REREAD_MS)) ?? { bytesRead: 0 };
      if (bytesRead > 0) heard(Buffer.from(room.subarray(0, bytesRead)));
      else await sleep(AGAIN_MS);
    }
  }

  function close(): Promise<void> {
    closing ??= device.close().catch(() => {});
    return closing;
  }

  return {
    chunkBytes: CHUNK_BYTES,
    async send(bytes, withinMs) {
      const until = performance.now() + withinMs;
      try {
        for (let from = 0; from < bytes.length; ) {
          const written = await whenReady(() => device.write(bytes, from), until - performance.now());
          if (!written) return fail('timeout');
          from += written.bytesWritten;
        }
        // The driver answers before the printer took the bytes, and drops them when it is closed. Writing nothing waits for them.
        const taken = await whenReady(() => device.write(bytes, 0, 0), until - performance.now());
        return taken ? ok(undefined) : fail('timeout');
      } catch (error) {
        const trouble = codeOf(error) === 'ENOSPC' ? 'paper-out' : 'failed';
        lose(trouble);
        return fail(trouble);
      }
    },
    listen({ heard, lost }) {
      lose = lost;
      read(heard).catch((error) => {
        // A printer that only listens refuses to be read.
        if (!closing && codeOf(error) === 'ENODEV') lost('failed');
      });
    },
    async close() {
      await close();
      return ok(undefined);
    },
    abort: close,
  };
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
