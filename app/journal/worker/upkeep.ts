import type { Clock } from '../../sale/ports.ts';
import type { Break } from '../chain-breaks.ts';
import type { AskFailure, JournalWorker } from './journal-worker.ts';

export type UpkeepListeners = {
  /** The check found damage. */
  damaged(reason: string): void;
  /** Somebody changed the event log: its chain breaks at these rows, at least one. */
  tampered(breaks: readonly Break[]): void;
  /** Something was not done, and will be tried again. */
  failed(task: UpkeepTask, reason: string): void;
};

type UpkeepTask = 'check' | 'chain' | 'backup' | 'checkpoint';

/** The till opens first. */
const AFTER_START_MS = 30_000;
/** How often it is asked whether today has its backup. */
const EVERY_MS = 60 * 60_000;
/** How soon the log is emptied, and how long to wait when somebody was in the way. */
const CHECKPOINT_MS = { first: 1_000, longest: 60_000 };

/** Looks after the journal's file while the till works, all of it in the worker: the check, backups, the log. */
export class JournalUpkeep {
  readonly #worker: JournalWorker;
  readonly #clock: Clock;
  readonly #listeners: UpkeepListeners;
  #checkDue: boolean;
  #chainDue = true;
  #cancelRound: () => void = () => {};
  #cancelCheckpoint: (() => void) | null = null;
  #stopped = false;

  /** @param unchecked the file was not looked at as a whole when it was opened */
  constructor(worker: JournalWorker, clock: Clock, unchecked: boolean, listeners: UpkeepListeners) {
    this.#worker = worker;
    this.#clock = clock;
    this.#checkDue = unchecked;
    this.#listeners = listeners;
  }

  start(): void {
    this.#cancelRound = this.#clock.after(AFTER_START_MS, () => void this.#round());
  }

  /** Personal data was deleted, which has to leave the write-ahead log too, or the log has grown: soon it is emptied. */
  emptyLogSoon(): void {
    this.#checkpointAfter(CHECKPOINT_MS.first);
  }

  /** Makes today's backup if there is none, and sends the worker home. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.#cancelRound();
    this.#cancelCheckpoint?.();
    await this.#backup();
    await this.#worker.stop();
  }

  async #round(): Promise<void> {
    if (this.#stopped) return;
    this.#cancelRound = this.#clock.after(EVERY_MS, () => void this.#round());
    if (this.#checkDue && !(await this.#isSound())) return;
    if (this.#chainDue) await this.#followChain();
    // A backup that does not come out whole may have found what is wrong with the journal.
    this.#checkDue = !(await this.#backup());
  }

  async #isSound(): Promise<boolean> {
    const checked = await this.#worker.ask('check', {});
    if (!checked.ok) {
      this.#failed('check', checked.error);
      return false;
    }
    const { problem } = checked.value;
    if (problem !== null) this.#listeners.damaged(problem);
    return problem === null;
  }

  async #followChain(): Promise<void> {
    const followed = await this.#worker.ask('chain', {});
    this.#chainDue = !followed.ok;
    if (!followed.ok) this.#failed('chain', followed.error);
    else if (followed.value.breaks.length > 0) this.#listeners.tampered(followed.value.breaks);
  }

  async #backup(): Promise<boolean> {
    const made = await this.#worker.ask('backup', { at: this.#clock.now() });
    if (!made.ok) this.#failed('backup', made.error);
    return made.ok;
  }

  #checkpointAfter(delayMs: number): void {
    if (this.#stopped) return;
    this.#cancelCheckpoint ??= this.#clock.after(delayMs, () => void this.#checkpoint(delayMs));
  }

  async #checkpoint(waitedMs: number): Promise<void> {
    this.#cancelCheckpoint = null;
    const made = await this.#worker.ask('checkpoint', {});
    if (made.ok && made.value.done) return;
    if (!made.ok) this.#failed('checkpoint', made.error);
    this.#checkpointAfter(Math.min(waitedMs * 2, CHECKPOINT_MS.longest));
  }

  #failed(task: UpkeepTask, failure: AskFailure): void {
    this.#listeners.failed(task, failure.kind === 'failed' ? failure.reason : failure.kind);
  }
}
