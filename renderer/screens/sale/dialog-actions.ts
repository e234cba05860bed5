import type { View } from '../../../app/contract/view.ts';
import { parsePhone } from '../../../app/domain/phone.ts';
import { BLANK_REGISTRATION } from '../../registration-draft.ts';
import { type Dialog, isUndecided, opened } from '../../screen.ts';
import type { Workstation } from '../../workstation.ts';

export function openDialog(workstation: Workstation, dialog: Dialog | null): void {
  workstation.screen.setState((screen) => ({ ...opened(screen, dialog), failure: null }));
}

/** Closes the dialog when it is still the one in front: what it waited for may come after the cashier left it. */
export function closeDialog(workstation: Workstation, kind: Dialog['kind']): void {
  if (workstation.screen.getState().dialog?.kind === kind) openDialog(workstation, null);
}

/** Opens what changes the receipt. False once it is paid: there is nothing to change. */
export function openForSale(workstation: Workstation, dialog: Dialog): boolean {
  const isOpen = workstation.screen.getState().view?.sale.stage === 'open';
  if (isOpen) openDialog(workstation, dialog);
  return isOpen;
}

/** Opens the registration form; a phone that was typed before the key goes into it. */
export function openRegistration(workstation: Workstation): void {
  const typed = workstation.screen.getState().typed.trim();
  const phone = parsePhone(typed) === null ? '' : typed;
  const isOpen = openForSale(workstation, { kind: 'registration', draft: { ...BLANK_REGISTRATION, phone } });
  if (isOpen && phone !== '') workstation.screen.setState({ typed: '' });
}

/** Opens the return of goods, also while the receipt just written is still on the screen. */
export function openReturn(workstation: Workstation): void {
  if (!isWriting(workstation.screen.getState().view)) openDialog(workstation, { kind: 'return', receipt: null });
}

/** Leaves a dialog; what the desk keeps for it is put away. In a return the chosen receipt gives way to the list first. */
export function leaveDialog(workstation: Workstation, dialog: Dialog): void {
  const { screen, run } = workstation;
  const { view } = screen.getState();
  const toList = dialog.kind === 'return' && dialog.receipt !== null;
  openDialog(workstation, toList ? { kind: 'return', receipt: null } : null);
  if (dialog.kind === 'certificate' && view?.certificate) void run('certificate.dismiss', undefined);
  if (dialog.kind === 'registration' && view?.registration) void run('registration.cancel', undefined);
}

/** While a receipt is being written, or nobody knows whether it was, nothing on the screen can be put aside. */
export function isWriting(view: View | null): boolean {
  return view !== null && isUndecided(view.sale.stage);
}
