import { fail, ok, type Result } from '../../domain/result.ts';
import { type FromWorker, fromWorker, type ToWorker } from './protocol.ts';
import { type TaskInput, type TaskName, type TaskOutput, tasks } from './tasks.ts';

/** The worker as a thread of its own. */
export type WorkerThread = {
  send(message: ToWorker): void;
  onMessage(listener: (message: unknown) => void): void;
  onExit(listener: () => void): void;
  stop(): Promise<void>;
};

export type AskFailure =
  /** The worker died over it, or was stopped. The next question starts it again. */
  | { readonly kind: 'gone' }
  /** It could not be done, or its answer makes no sense. */
  | { readonly kind: 'failed'; readonly reason: string };

type Outcome = Result<unknown, AskFailure>;

/** Main's end of the journal's worker. The thread is started by the first question, and again after it died. */
export class JournalWorker {
  readonly #start: () => WorkerThread;
  readonly #damaged: (reason: string) => void;
  readonly #asked = new Map<number, (outcome: Outcome) => void>();
  #thread: WorkerThread | null = null;
  #lastId = 0;

  /** @param damaged told when the worker finds the journal's file damaged */
  constructor(start: () => WorkerThread, damaged: (reason: string) => void) {
    this.#start = start;
    this.#damaged = damaged;
  }

  async ask<Name extends TaskName>(task: Name, input: TaskInput<Name>): Promise<Result<TaskOutput<Name>, AskFailure>> {
    const outcome = await this.#send(task, input);
    if (!outcome.ok) return outcome;
    const value = tasks[task].output.safeParse(outcome.value);
    // The schema of `task` has just made this value.
    return value.success ? ok(value.data as TaskOutput<Name>) : fail({ kind: 'failed', reason: value.error.message });
  }

  /** What is being done is broken off. */
  async stop(): Promise<void> {
    await this.#thread?.stop();
  }

  #send(task: string, input: unknown): Promise<Outcome> {
    const thread = this.#thread ?? this.#launch();
    this.#lastId += 1;
    const id = this.#lastId;
    return new Promise((resolve) => {
      this.#asked.set(id, resolve);
      thread.send({ id, task, input });
    });
  }

  #launch(): WorkerThread {
    const thread = this.#start();
    this.#thread = thread;
    thread.onMessage((message) => this.#take(message));
    thread.onExit(() => this.#gone());
    return thread;
  }

  #take(message: unknown): void {
    const told = fromWorker.safeParse(message);
    if (!told.success) return;
    const { id, outcome } = told.data;
    this.#asked.get(id)?.(this.#translated(outcome));
    this.#asked.delete(id);
  }

  #translated(outcome: FromWorker['outcome']): Outcome {
    if (outcome.ok) return outcome;
    const { reason, damage } = outcome.error;
    if (damage) this.#damaged(reason);
    return fail({ kind: 'failed', reason });
  }

  #gone(): void {
    this.#thread = null;
    for (const resolve of this.#asked.values()) resolve(fail({ kind: 'gone' }));
    this.#asked.clear();
  }
}
