import { looksLikePhone } from '../../../app/domain/phone.ts';
import { isWriting, openDialog } from '../../frame/in-front.ts';
import { BLANK_REGISTRATION } from '../../registration-draft.ts';
import type { Dialog, MenuName } from '../../screen.ts';
import type { Workstation } from '../../workstation.ts';

/** Opens what changes the receipt. False once it is paid: there is nothing to change. */
export function openForSale(workstation: Workstation, dialog: Dialog): boolean {
  const isOpen = workstation.screen.getState().view?.sale.stage === 'open';
  if (isOpen) openDialog(workstation, dialog);
  return isOpen;
}

/** Opens the field for a promo code. */
export function openPromo(workstation: Workstation): void {
  openForSale(workstation, { kind: 'promo', known: workstation.screen.getState().view?.sale.promo?.code ?? null });
}

/** Opens the registration form; a phone that was typed before the key goes into it. */
export function openRegistration(workstation: Workstation): void {
  const typed = workstation.screen.getState().typed.trim();
  const phone = looksLikePhone(typed) ? typed : '';
  const isOpen = openForSale(workstation, { kind: 'registration', draft: { ...BLANK_REGISTRATION, phone } });
  if (isOpen && phone !== '') workstation.screen.setState({ typed: '' });
}

export function openMenu(workstation: Workstation, menu: MenuName): void {
  if (!isWriting(workstation.screen.getState().view)) openDialog(workstation, { kind: 'menu', menu });
}

/** Opens the search for goods by name, with what was typed before the key. */
export function openSearch(workstation: Workstation): void {
  if (isWriting(workstation.screen.getState().view)) return;
  const typed = workstation.screen.getState().typed.trim();
  openDialog(workstation, { kind: 'search', typed });
  workstation.screen.setState({ typed: '' });
}

/** Opens the return of goods, also while the receipt just written is still on the screen. */
export function openReturn(workstation: Workstation): void {
  if (!isWriting(workstation.screen.getState().view)) openDialog(workstation, { kind: 'return', receipt: null });
}
