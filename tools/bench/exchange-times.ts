import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { moment } from './moment.ts';

/** When a request reached an HTTP server of this process and when its answer had left; ms since 1970. */
export type ExchangeTimes = { readonly receivedAt: number; readonly answeredAt: number };

// Node's own channels, «HTTP» in its documentation of diagnostics_channel: the headers are read; the answer is with the operating system.
const RECEIVED = 'http.server.request.start';
const ANSWERED = 'http.server.response.finish';

/** The times of the next exchange with any server of this process, without a proxy that would cost some of its own. */
export async function nextExchange(): Promise<ExchangeTimes> {
  const [receivedAt, answeredAt] = await Promise.all([nextOn(RECEIVED), nextOn(ANSWERED)]);
  return { receivedAt, answeredAt };
}

function nextOn(channel: string): Promise<number> {
  return new Promise((resolve) => {
    const tell = () => {
      const at = moment();
      unsubscribe(channel, tell);
      resolve(at);
    };
    subscribe(channel, tell);
  });
}
