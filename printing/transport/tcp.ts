import { connect, type Socket } from 'node:net';
import { fail, ok, type Result } from '../../app/domain/result.ts';
import type { Channel, ChannelListeners } from './channel.ts';
import type { Trouble } from './trouble.ts';

/** For the connection, ms. */
const CONNECT_MS = 3_000;
/** Small enough that one chunk passes a slow printer within its deadline. */
const CHUNK_BYTES = 4_096;

/** Opens a network printer (raw TCP, usually port 9100). */
export async function openTcp(
  { host, port }: { readonly host: string; readonly port: number },
  connectMs = CONNECT_MS,
): Promise<Result<Channel, Trouble>> {
  const socket = connect({ host, port, noDelay: true });
  const deadline = setTimeout(() => socket.destroy(), connectMs);
  const connected = new Promise<boolean>((resolve) => {
    socket.once('connect', () => resolve(true));
    socket.once('close', () => resolve(false));
  });
  socket.on('error', () => {});
  const isOpen = await connected;
  clearTimeout(deadline);
  return isOpen ? ok(channelOver(socket)) : fail('unreachable');
}

function channelOver(socket: Socket): Channel {
  let closing = false;
  let hungUp = false;
  const closed = new Promise<boolean>((resolve) => socket.once('close', (hadError) => resolve(!hadError)));
  return {
    chunkBytes: CHUNK_BYTES,
    send: (bytes, withinMs) =>
      new Promise((resolve) => {
        const deadline = setTimeout(() => resolve(fail('timeout')), withinMs);
        socket.write(bytes, (error) => {
          clearTimeout(deadline);
          resolve(error ? fail('failed') : ok(undefined));
        });
      }),
    listen({ heard, lost }: ChannelListeners) {
      const gone = (): void => {
        if (closing || hungUp) return;
        hungUp = true;
        lost('failed');
      };
      socket.on('data', heard);
      // One that serves somebody else takes the connection and hangs up at once: by then the bytes have left without an error.
      socket.once('end', gone);
      socket.once('close', gone);
    },
    async close(withinMs) {
      if (hungUp) return fail('failed');
      closing = true;
      let late = false;
      const deadline = setTimeout(() => {
        late = true;
        socket.resetAndDestroy();
      }, withinMs);
      // Ended, never destroyed: destroying with unread status bytes resets the connection and loses the tail of the job.
      socket.end();
      const inOrder = await closed;
      clearTimeout(deadline);
      if (late) return fail('timeout');
      return inOrder ? ok(undefined) : fail('failed');
    },
    async abort() {
      closing = true;
      // A reset takes back what is not delivered yet. Node never finishes one of a connection that the other end has just left.
      if (hungUp) socket.destroy();
      else socket.resetAndDestroy();
      await closed;
    },
  };
}
