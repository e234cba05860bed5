import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { serveTasks } from './serve.ts';

/** The journal's worker: a thread for what takes long, so that main is free for the cashier. Started by `thread.ts`. */
if (!parentPort) throw new Error('the journal’s worker is started as a thread');
serveTasks(parentPort, z.object({ file: z.string() }).parse(workerData).file);
