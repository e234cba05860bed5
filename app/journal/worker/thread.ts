import { Worker } from 'node:worker_threads';
import type { WorkerThread } from './journal-worker.ts';

/**
 * Starts the journal's worker as a thread.
 * @param script the built `worker.ts`
 * @param file the journal
 */
export function startThread(script: string | URL, file: string): WorkerThread {
  const worker = new Worker(script, { workerData: { file } });
  return {
    send: (message) => worker.postMessage(message),
    onMessage: (listener) => worker.on('message', listener),
    onExit(listener) {
      // An error is followed by the exit.
      worker.on('error', () => {});
      worker.once('exit', listener);
    },
    async stop() {
      await worker.terminate();
    },
  };
}
