import { setTimeout as sleep } from 'node:timers/promises';
import type { Result } from '../../app/domain/result.ts';
import { interrupted, notStarted, type PrintEnd, type PrintWatch } from './job.ts';
import type { Trouble } from './trouble.ts';

/** How far a job is in a queue of the system; `trouble` is what the queue says of its printer. */
export type SpooledState =
  | { readonly at: 'waiting'; readonly trouble: Trouble | null }
  /** Handed to the device as a whole. */
  | { readonly at: 'done' }
  | { readonly at: 'gone' };

/** A print queue of the system that takes bytes as they are. `Job` is how it names a job. */
export type Spooler<Job> = {
  /** Why it would not print now; `null` when it would. */
  trouble(): Promise<Trouble | null>;
  /** Fails with `started` when the job may be in the queue all the same. */
  submit(bytes: Uint8Array): Promise<Result<Job, { readonly trouble: Trouble; readonly started: boolean }>>;
  look(job: Job): Promise<Result<SpooledState, Trouble>>;
  /** Takes the job back, as far as it is not printed. */
  cancel(job: Job): Promise<void>;
};

export type SpoolTimes = {
  /** Between looks at a job. */
  readonly lookMs: number;
  /** For a job to be handed to its device while the queue names no trouble. */
  readonly handOverMs: number;
  /** For a trouble that the queue names to be put right. */
  readonly holdMs: number;
};

export const SPOOL_TIMES: SpoolTimes = { lookMs: 150, handOverMs: 20_000, holdMs: 600_000 };

/**
 * Prints through a queue of the system. What it confirms is that the device got the bytes, which is no paper yet. A job that is
 * not through in time is taken back, so that it does not come out by itself hours later.
 */
export async function printOverSpooler<Job>(
  spooler: Spooler<Job>,
  bytes: Uint8Array,
  watch: PrintWatch,
  times: SpoolTimes = SPOOL_TIMES,
): Promise<PrintEnd> {
  const before = await spooler.trouble();
  if (before) return notStarted(before);
  if (watch.givenUp.aborted || !(await watch.starting())) return notStarted('failed');
  const submitted = await spooler.submit(bytes);
  if (!submitted.ok) {
    const { started, trouble } = submitted.error;
    return started ? interrupted(trouble) : notStarted(trouble);
  }
  const stopped = await untilDone(spooler, submitted.value, watch, times);
  if (stopped === null) return { kind: 'unconfirmed' };
  await spooler.cancel(submitted.value);
  return interrupted(stopped);
}

/** Why the job was not handed over; `null` when it was. */
async function untilDone<Job>(
  spooler: Spooler<Job>,
  job: Job,
  watch: PrintWatch,
  times: SpoolTimes,
): Promise<Trouble | null> {
  let held: Trouble | null = null;
  let since = performance.now();
  for (;;) {
    const looked = await spooler.look(job);
    if (!looked.ok) return looked.error;
    if (looked.value.at !== 'waiting') return looked.value.at === 'done' ? null : 'failed';
    if (looked.value.trouble !== held) {
      held = looked.value.trouble;
      since = performance.now();
      watch.holding(held);
    }
    if (performance.now() - since > (held ? times.holdMs : times.handOverMs)) return held ?? 'timeout';
    // Being given up cuts the pause short.
    await sleep(times.lookMs, undefined, { signal: watch.givenUp }).catch(() => {});
    if (watch.givenUp.aborted) return held ?? 'failed';
  }
}
