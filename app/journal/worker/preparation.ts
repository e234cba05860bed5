import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import type { PreparationProgress } from '../../schema/preparation.ts';
import { preparation, prepare } from '../file/preparation.ts';
import type { FromPreparation } from './preparation-thread.ts';

/** A thread of its own for what a journal needs before it can be opened. Started by `preparation-thread.ts`. */
if (!parentPort) throw new Error('the preparation is started as a thread');
const port = parentPort;
const { journal, order } = z.object({ journal: z.string(), order: preparation }).parse(workerData);

/** A page of a large journal is no news. */
const SMALLEST_STEP = 0.005;

const tell = (message: FromPreparation): void => port.postMessage(message);
let last: PreparationProgress | null = null;
const outcome = prepare(journal, order, (progress) => {
  if (last && last.step === progress.step && progress.share < last.share + SMALLEST_STEP) return;
  last = progress;
  tell({ kind: 'progress', progress });
});
tell({ kind: 'done', outcome });
