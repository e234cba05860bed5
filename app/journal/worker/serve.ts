import type { ReadOnlyJournal } from '../connection.ts';
import { openReader } from '../database.ts';
import { damageIn } from '../file/damage.ts';
import { filesOf } from '../file/names.ts';
import { type FromWorker, type ToWorker, toWorker } from './protocol.ts';
import { type TaskName, tasks } from './tasks.ts';

/** Main's end as the worker sees it. */
export type Port = {
  postMessage(message: FromWorker): void;
  on(event: 'message', listener: (message: unknown) => void): unknown;
};

/** Answers what main asks about the journal at `file`, on a connection of its own that only reads. */
export function serveTasks(port: Port, file: string): void {
  const files = filesOf(file);
  let connection: ReadOnlyJournal | null = null;
  const reader = (): ReadOnlyJournal => {
    connection ??= openOrThrow(file);
    return connection;
  };
  const run = async ({ task, input }: ToWorker): Promise<unknown> => {
    if (!isTask(task)) throw new Error(`there is no task ${task}`);
    return tasks[task].answer({ files, reader: reader() }, input);
  };
  port.on('message', async (message) => {
    const asked = toWorker.parse(message);
    port.postMessage({ id: asked.id, outcome: await outcomeOf(run(asked)) });
  });
}

function isTask(name: string): name is TaskName {
  return Object.hasOwn(tasks, name);
}

async function outcomeOf(running: Promise<unknown>): Promise<FromWorker['outcome']> {
  try {
    return { ok: true, value: await running };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { ok: false, error: { reason, damage: damageIn(error) !== null } };
  }
}

function openOrThrow(file: string): ReadOnlyJournal {
  const opened = openReader(file);
  if (!opened.ok) throw new Error(opened.error.kind);
  return opened.value;
}
