import { parentPort } from 'node:worker_threads';
import axios from 'axios';
import { moment } from './moment.ts';

/** A JSON body for `url`, with the outlet's token. */
export type Call = { readonly url: string; readonly token: string; readonly body: unknown };

// The least that asks a service over HTTP, in a thread of its own, so that it need not wait until the emulator's is free. Each call is
// answered by when axios was called and when its promise settled, ms since 1970.
parentPort?.on('message', async ({ url, token, body }: Call) => {
  const calledAt = moment();
  await axios.post(url, body, { headers: { Authorization: `Bearer ${token}` }, proxy: false });
  parentPort?.postMessage({ calledAt, settledAt: moment() });
});
