import { interrupted, notStarted, type PrintEnd } from '../../printing/transport/job.ts';
import type { Trouble } from '../../printing/transport/trouble.ts';
import type { PrintMessage, ToHost } from './protocol.ts';

/** Who has something printed, as the device host's other end sees them. */
export type PrintListeners = {
  /** The printer is ready and nothing has left yet: nothing will unless this gives true. */
  starting(): boolean;
  holding(trouble: Trouble | null): void;
};

type UnderWay = {
  readonly listeners: PrintListeners;
  readonly resolve: (end: PrintEnd) => void;
  readonly send: (message: ToHost) => void;
  started: boolean;
};

/** The jobs that one device host was given and has not ended yet. When it dies they end by how far they were. */
export class PrintsUnderWay {
  readonly #jobs = new Map<number, UnderWay>();
  #last = 0;

  /** Gives a job to the host by `send`; settles when it ended. */
  begin(
    message: Omit<Extract<ToHost, { kind: 'print' }>, 'kind' | 'job'>,
    listeners: PrintListeners,
    givenUp: AbortSignal,
    send: (message: ToHost) => void,
  ): Promise<PrintEnd> {
    this.#last += 1;
    const job = this.#last;
    const stop = (): void => send({ kind: 'print-stop', job });
    return new Promise<PrintEnd>((resolve) => {
      this.#jobs.set(job, { listeners, resolve, send, started: message.mayStart });
      send({ kind: 'print', job, ...message });
      givenUp.addEventListener('abort', stop);
    }).finally(() => givenUp.removeEventListener('abort', stop));
  }

  told(message: PrintMessage): void {
    const job = this.#jobs.get(message.job);
    if (!job) return;
    switch (message.kind) {
      case 'print-ready':
        job.started = job.listeners.starting();
        job.send({ kind: job.started ? 'print-go' : 'print-stop', job: message.job });
        break;
      case 'print-holding':
        job.listeners.holding(message.trouble);
        break;
      case 'print-result':
        this.#jobs.delete(message.job);
        job.resolve(message.end);
        break;
    }
  }

  /** Of what was started, part may be on paper. */
  hostDied(): void {
    for (const { started, resolve } of this.#jobs.values()) {
      resolve(started ? interrupted('failed') : notStarted('failed'));
    }
    this.#jobs.clear();
  }
}
