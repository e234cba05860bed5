import type { journalCommands } from '../../app/contract/journal.ts';
import { problem } from '../../app/domain/problem.ts';
import { fail, ok } from '../../app/domain/result.ts';
import type { SlipDocument } from '../../app/domain/slip.ts';
import type { CsvWords } from '../../app/journal/export/csv.ts';
import type { ExportOrder } from '../../app/journal/export/export.ts';
import type { JournalWorker } from '../../app/journal/worker/journal-worker.ts';
import type { TaskInput, TaskName, TaskOutput } from '../../app/journal/worker/tasks.ts';
import type { Desk } from '../../app/sale/desk.ts';
import type { HandlersOf } from '../ipc.ts';

export type JournalParts = {
  readonly worker: Pick<JournalWorker, 'ask'>;
  readonly desk: Pick<Desk, 'reprintOf'>;
  /** A slip as it prints, line by line. */
  readonly preview: (slip: SlipDocument) => string[];
  /** Asks the person for a file; `null` when they thought better of it. */
  readonly askForFile: (format: ExportOrder['format']) => Promise<string | null>;
  readonly words: CsvWords;
};

/** The commands of looking into the journal; the worker reads it, so that the desk's work goes on. */
export function journalHandlers(parts: JournalParts): HandlersOf<keyof typeof journalCommands> {
  const { worker, desk, preview, askForFile, words } = parts;

  /** A worker that cannot answer has a defect, or died over one. */
  const asked = async <Name extends TaskName>(task: Name, input: TaskInput<Name>): Promise<TaskOutput<Name>> => {
    const answer = await worker.ask(task, input);
    if (!answer.ok) throw new Error(`journal worker, ${task}: ${JSON.stringify(answer.error)}`);
    return answer.value;
  };

  return {
    'journal.list': async (range) => ok(await asked('receipts', range)),
    'journal.breaks': async () => ok(await asked('breaks', {})),
    'journal.details': async ({ receipt }) => {
      const found = await asked('receipt', { id: receipt });
      if (!found) return fail(problem('receipt-not-found'));
      return ok({ ...found, slip: found.slip ? preview(found.slip) : [] });
    },
    'journal.reprint': ({ receipt }) => desk.reprintOf(receipt),
    'journal.export': async ({ filter, format }) => {
      const file = await askForFile(format);
      if (file === null) return ok(null);
      const exported = await asked('export', { filter, format, file, words });
      if (!exported.ok) return fail(problem('export-failed', { reason: exported.error }));
      return ok({ file, receipts: exported.value });
    },
  };
}
