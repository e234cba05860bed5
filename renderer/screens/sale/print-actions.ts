import type { View } from '../../../app/contract/view.ts';
import type { Workstation } from '../../workstation.ts';

/** What the cashier can say of the slip that stands in the bar; without one the keys do nothing. */

/** It is on paper. */
export function slipPrinted(workstation: Workstation): void {
  const slip = slipIn(workstation, 'in-doubt');
  if (slip) void workstation.run('print.settle', { job: slip.job });
}

export function printAgain(workstation: Workstation): void {
  const slip = slipIn(workstation, 'in-doubt');
  if (slip) void workstation.run('print.again', { job: slip.job });
}

/** On the first of the other printers, unless one is named. */
export function printElsewhere(workstation: Workstation, printer?: string): void {
  const slip = slipIn(workstation);
  const id = printer ?? slip?.printers[0]?.id;
  if (slip && id !== undefined) void workstation.run('print.elsewhere', { job: slip.job, printer: id });
}

/** It is not printed at all. */
export function printCancelled(workstation: Workstation): void {
  const slip = slipIn(workstation, 'waiting');
  if (slip) void workstation.run('print.cancel', { job: slip.job });
}

/** Once more the slip of the receipt that is done, if it has one. */
export function reprint(workstation: Workstation): void {
  const slip = workstation.screen.getState().view?.sale.done?.slip ?? [];
  if (slip.length > 0) void workstation.run('slip.reprint', undefined);
}

/** The slip in the bar, if it is in that state. */
function slipIn({ screen }: Workstation, state?: NonNullable<View['printing']>['state']): View['printing'] {
  const slip = screen.getState().view?.printing ?? null;
  return state === undefined || slip?.state === state ? slip : null;
}
