import type { View } from '../../app/contract/view.ts';
import { type Dialog, isUndecided, opened } from '../screen.ts';
import type { Workstation } from '../workstation.ts';

/** What stands in front of a place — a question, a dialog, a message — and how it is taken away, whichever place it is. */

export function openDialog(workstation: Workstation, dialog: Dialog | null): void {
  workstation.screen.setState((screen) => ({ ...opened(screen, dialog), failure: null }));
}

/** Says that what stands above the place was read: first what was not sold, then what was warned of. */
export function acknowledge({ screen, run }: Workstation): void {
  const isUnsold = (screen.getState().view?.unsold.length ?? 0) > 0;
  void run(isUnsold ? 'unsold.acknowledge' : 'warnings.acknowledge', undefined);
}

/** Asks the keychain again for the keys of the services that are not at hand. */
export function readKeys({ run }: Workstation): void {
  void run('keys.readAgain', undefined);
}

/** All that was warned of, to be looked up again. */
export function openWarnings(workstation: Workstation): void {
  openDialog(workstation, { kind: 'warnings' });
}

/** Closes the dialog when it is still the one in front: what it waited for may come after the cashier left it. */
export function closeDialog(workstation: Workstation, kind: Dialog['kind']): void {
  if (workstation.screen.getState().dialog?.kind === kind) openDialog(workstation, null);
}

/** Takes away what is in front: a question, a dialog, a message, at last what was typed. */
export function dismiss(workstation: Workstation): void {
  const { screen, run } = workstation;
  const { view, dialog, failure } = screen.getState();
  if (isWriting(view)) return;
  if (view?.question) void run('sale.dismissQuestion', { question: view.question.id });
  else if (dialog) leaveDialog(workstation, dialog);
  else if (view?.armed) void run('sale.arm', { quantity: null });
  else if (failure) screen.setState({ failure: null });
  else if (view?.notice) void run('notice.dismiss', { id: view.notice.id });
  else screen.setState({ typed: '', redemption: null });
}

/** While a receipt is being written, or nobody knows whether it was, nothing on the screen can be put aside. */
export function isWriting(view: View | null): boolean {
  return view !== null && isUndecided(view.sale.stage);
}

/** Leaves a dialog; what the desk keeps for it is put away. A return goes back step by step: to the lines, to the list. */
function leaveDialog(workstation: Workstation, dialog: Dialog): void {
  const { screen, run } = workstation;
  const { view } = screen.getState();
  openDialog(workstation, stepBack(dialog));
  if (dialog.kind === 'quantity' && view?.armed) void run('sale.arm', { quantity: null });
  if (dialog.kind === 'certificate' && (view?.certificate || view?.lockedCertificate))
    void run('certificate.dismiss', undefined);
  if (dialog.kind === 'registration' && view?.registration) void run('registration.cancel', undefined);
}

function stepBack(dialog: Dialog): Dialog | null {
  if (dialog.kind !== 'return' || dialog.receipt === null) return null;
  return { kind: 'return', receipt: dialog.confirming ? dialog.receipt : null };
}
