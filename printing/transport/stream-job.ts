import { fail, ok, type Result } from '../../app/domain/result.ts';
import type { Channel, OpenChannel } from './channel.ts';
import { Dialogue } from './dialogue.ts';
import { interrupted, notStarted, type PrintEnd, type PrintWatch } from './job.ts';
import type { Manners } from './manners.ts';
import type { Trouble } from './trouble.ts';

export type StreamTimes = {
  /** For a status that a printer is known to give. */
  readonly answerMs: number;
  /** The same while it is not known whether it gives any. */
  readonly firstAnswerMs: number;
  /** And where it never gave one: long enough to hear one that changed its mind, and a busy one hang up. */
  readonly muteMs: number;
  /** For a chunk to be taken; also for a sign of life behind the slip, with a millisecond more for each byte of it. */
  readonly chunkMs: number;
  /** Between questions to a printer that is not done yet. */
  readonly pollMs: number;
  /** For the fence, while the printer says that it is well. */
  readonly fenceMs: number;
  /** For the cause that stopped it to be put right. */
  readonly holdMs: number;
  /** To close in order behind a fence, when nothing is left to be lost. */
  readonly closeMs: number;
};

export const STREAM_TIMES: StreamTimes = {
  answerMs: 3_000,
  firstAnswerMs: 1_000,
  muteMs: 100,
  chunkMs: 15_000,
  pollMs: 500,
  fenceMs: 30_000,
  holdMs: 600_000,
  closeMs: 300,
};

/** A printer that is ready, and the channel over which it was asked. `answers`: it said so itself. */
export type Greeted = { readonly channel: Channel; readonly dialogue: Dialogue; readonly answers: boolean };

/** Opens the printer and asks it how it is; one that is not ready is closed again. */
export async function greet(
  open: OpenChannel,
  manners: Manners,
  givenUp: AbortSignal,
  times: StreamTimes = STREAM_TIMES,
): Promise<Result<Greeted, Trouble>> {
  const met = await meet(open, manners, givenUp, times);
  if (!met.ok) return met;
  const { channel, dialogue, answers } = met.value;
  if (typeof answers !== 'string') return ok({ channel, dialogue, answers });
  await channel.abort();
  return fail(answers);
}

/** The same, and leaves open one that is not ready: `answers` says why. */
async function meet(
  open: OpenChannel,
  manners: Manners,
  givenUp: AbortSignal,
  times: StreamTimes,
): Promise<Result<Omit<Greeted, 'answers'> & { readonly answers: boolean | Trouble }, Trouble>> {
  const opened = await open();
  if (!opened.ok) return opened;
  const channel = opened.value;
  const dialogue = new Dialogue(channel);
  const answers = await unlessGivenUp(dialogue, givenUp, () => isReady(dialogue, manners, times));
  if (dialogue.talks) manners.heard();
  return ok({ channel, dialogue, answers });
}

/**
 * Prints over a channel: asks the printer how it is, sends the slip in chunks and sets a fence behind it. A printer that
 * answers all that confirms the slip. One that never answers gets the bytes and is asked no more; whether it took them shows in
 * the closing alone.
 */
export async function printOverStream(
  open: OpenChannel,
  bytes: Uint8Array,
  manners: Manners,
  watch: PrintWatch,
  times: StreamTimes = STREAM_TIMES,
): Promise<PrintEnd> {
  const greeted = await greet(open, manners, watch.givenUp, times);
  return greeted.ok ? printGreeted(greeted.value, bytes, manners, watch, times) : notStarted(greeted.error);
}

/** What keeps a printer from printing, and not from opening its drawer. */
const OPENS_ITS_DRAWER: ReadonlySet<Trouble> = new Set<Trouble>(['paper-out', 'cover-open', 'offline']);

/**
 * Opens the drawer at a printer, which takes no paper: one that cannot print is sent `atOnce`, since `pulse` would wait in its
 * buffer and open the drawer with the next roll.
 */
export async function pulseOverStream(
  open: OpenChannel,
  { pulse, atOnce }: { readonly pulse: Uint8Array; readonly atOnce: Uint8Array },
  manners: Manners,
  watch: PrintWatch,
  times: StreamTimes = STREAM_TIMES,
): Promise<PrintEnd> {
  const met = await meet(open, manners, watch.givenUp, times);
  if (!met.ok) return notStarted(met.error);
  const { channel, dialogue, answers } = met.value;
  if (typeof answers !== 'string') return printGreeted({ channel, dialogue, answers }, pulse, manners, watch, times);
  const end = await unlessGivenUp(dialogue, watch.givenUp, async (): Promise<PrintEnd> => {
    if (!OPENS_ITS_DRAWER.has(answers) || dialogue.lost || !(await watch.starting())) return notStarted(answers);
    const stopped = await sendAll(channel, dialogue, atOnce, times.chunkMs);
    if (stopped) return interrupted(stopped);
    await channel.close(times.closeMs);
    return { kind: 'unconfirmed' };
  });
  await channel.abort();
  return end;
}

/** Prints on a printer that was asked already. */
export async function printGreeted(
  greeted: Greeted,
  bytes: Uint8Array,
  manners: Manners,
  watch: PrintWatch,
  times: StreamTimes = STREAM_TIMES,
): Promise<PrintEnd> {
  const { channel, dialogue } = greeted;
  const end = await unlessGivenUp(dialogue, watch.givenUp, () => converse(greeted, bytes, manners, watch, times));
  if (dialogue.talks) manners.heard();
  // After an orderly end the channel is closed; anything else must not print by itself later.
  if (!manners.leaving) await channel.abort();
  return end;
}

/** Cuts the dialogue off as soon as the work in it is given up. */
async function unlessGivenUp<End>(dialogue: Dialogue, givenUp: AbortSignal, work: () => Promise<End>): Promise<End> {
  const giveUp = (): void => dialogue.cut('failed');
  givenUp.addEventListener('abort', giveUp);
  if (givenUp.aborted) giveUp();
  return work().finally(() => givenUp.removeEventListener('abort', giveUp));
}

async function converse(
  { channel, dialogue, answers }: Greeted,
  bytes: Uint8Array,
  manners: Manners,
  watch: PrintWatch,
  times: StreamTimes,
): Promise<PrintEnd> {
  if (dialogue.lost || !(await watch.starting()) || dialogue.lost) return notStarted(dialogue.lost ?? 'failed');

  const stopped = await sendAll(channel, dialogue, bytes, times.chunkMs);
  if (stopped) return interrupted(stopped);
  const patience: StreamTimes = { ...times, chunkMs: times.chunkMs + bytes.length };
  if (answers && manners.fences) return behindFence(channel, dialogue, manners, watch, patience);
  return inSilence(channel, dialogue, manners, patience);
}

/** Whether the printer answers, when it is ready; why it is not, else. */
async function isReady(dialogue: Dialogue, manners: Manners, times: StreamTimes): Promise<boolean | Trouble> {
  if (!manners.asks) return dialogue.lost ?? false;
  const status = await dialogue.status(patienceFor(manners, times));
  if (dialogue.lost) return dialogue.lost;
  if (status) {
    manners.answered();
    return status.trouble ?? true;
  }
  if (manners.mustAnswer) return 'timeout';
  manners.silent();
  return false;
}

function patienceFor({ mustAnswer, mute }: Manners, times: StreamTimes): number {
  if (mute) return times.muteMs;
  return mustAnswer ? times.answerMs : times.firstAnswerMs;
}

/** Why the slip did not leave as a whole; `null` when it did. */
async function sendAll(
  channel: Channel,
  dialogue: Dialogue,
  bytes: Uint8Array,
  chunkMs: number,
): Promise<Trouble | null> {
  for (let from = 0; from < bytes.length; from += channel.chunkBytes) {
    const sent = await Promise.race([
      channel.send(bytes.subarray(from, from + channel.chunkBytes), chunkMs),
      dialogue.gone,
    ]);
    if (!sent.ok) return dialogue.lost ?? sent.error;
  }
  return dialogue.lost;
}

/** Waits for the printer to say that it did everything; meanwhile asks it how it is. */
async function behindFence(
  channel: Channel,
  dialogue: Dialogue,
  manners: Manners,
  watch: PrintWatch,
  times: StreamTimes,
): Promise<PrintEnd> {
  let held: Trouble | null = null;
  /** What it has been doing since when: printing, or waiting for somebody to put it right. */
  let since = performance.now();
  await dialogue.setFence();
  while (!dialogue.fence) {
    await dialogue.until(() => dialogue.fence !== null, times.pollMs);
    if (dialogue.fence) break;
    const status = dialogue.lost ? null : await dialogue.status(times.chunkMs);
    if (dialogue.fence) break;
    if (!status) return interrupted(dialogue.lost ?? 'timeout');
    if (status.trouble !== held) {
      held = status.trouble;
      since = performance.now();
      watch.holding(held);
    }
    if (performance.now() - since <= (held ? times.holdMs : times.fenceMs)) continue;
    if (held || manners.mustFence) return interrupted(held ?? 'timeout');
    manners.noFence();
    break;
  }
  if (dialogue.fence) manners.fenced();
  await channel.close(times.closeMs);
  if (dialogue.fence?.trouble === null) return { kind: 'confirmed', paperLow: dialogue.fence.paperLow };
  return { kind: 'unconfirmed' };
}

/**
 * A printer that says nothing took the slip when it lets the connection be closed in order, and not before we do. Of a one-way printer not
 * even that is waited for; cut off, what it has yet to read would be lost.
 */
async function inSilence(
  channel: Channel,
  dialogue: Dialogue,
  manners: Manners,
  times: StreamTimes,
): Promise<PrintEnd> {
  await dialogue.until(() => false, times.muteMs);
  if (dialogue.lost) return interrupted(dialogue.lost);
  const isOneWay = manners.tells === false;
  const closing = channel.close(times.chunkMs).then((closed) => {
    if (closed.ok) manners.hungUp();
    else if (closed.error === 'timeout') manners.keptOpen();
    return closed;
  });
  if (isOneWay) {
    manners.leave(closing.then(() => channel.abort()));
    return { kind: 'unconfirmed' };
  }
  const closed = await closing;
  return closed.ok ? { kind: 'unconfirmed' } : interrupted(closed.error);
}
