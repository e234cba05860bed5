import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import { fail } from '../../domain/result.ts';
import { type PreparationProgress, preparationProgress } from '../../schema/preparation.ts';
import { nothing, resultOf } from '../../schema/values.ts';
import { openFailureSchema } from '../database.ts';
import type { Preparation, Prepared } from '../file/preparation.ts';

const fromPreparation = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('progress'), progress: preparationProgress }),
  z.object({ kind: z.literal('done'), outcome: resultOf(nothing, openFailureSchema) }),
]);

export type FromPreparation = z.output<typeof fromPreparation>;

/**
 * Prepares a journal in a thread, so that whoever waits for it can say so meanwhile.
 * @param script the built `preparation.ts`
 * @param journal its file, claimed by this program
 * @param told at every step, and now and then within one
 */
export function prepareInThread(
  script: string | URL,
  journal: string,
  order: Preparation,
  told: (progress: PreparationProgress) => void,
): Promise<Prepared> {
  const worker = new Worker(script, { workerData: { journal, order } });
  return new Promise((resolve) => {
    let prepared: Prepared = fail({ kind: 'unusable', reason: 'the preparation broke off' });
    worker.on('message', (message) => {
      const said = fromPreparation.parse(message);
      if (said.kind === 'progress') told(said.progress);
      else prepared = said.outcome;
    });
    // It is followed by the exit.
    worker.on('error', (error) => {
      prepared = fail({ kind: 'unusable', reason: String(error) });
    });
    // Its connections are closed by then.
    worker.once('exit', () => resolve(prepared));
  });
}
