import type { printerCommands } from '../../app/contract/printers.ts';
import type { PrintQueue } from '../../printing/queue.ts';
import type { Printers } from '../devices/printers.ts';
import type { HandlersOf } from '../ipc.ts';

export function printerHandlers(queue: PrintQueue, printers: Printers): HandlersOf<keyof typeof printerCommands> {
  return {
    'print.settle': ({ job }) => queue.settle(job),
    'print.again': ({ job }) => queue.again(job),
    'print.elsewhere': ({ job, printer }) => queue.elsewhere(job, printer),
    'print.cancel': ({ job }) => queue.cancel(job),
    'drawer.open': () => printers.openDrawer(),
  };
}
