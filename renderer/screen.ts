import type { CommandName } from '../app/contract/commands.ts';
import type { LineView, Notice, SaleView, View } from '../app/contract/view.ts';
import type { PaymentKind } from '../app/domain/payment.ts';
import type { Problem } from '../app/domain/problem.ts';
import type { Quantity } from '../app/domain/quantity.ts';
import { share } from './share.ts';

/** A dialog the cashier opened; those that the sale itself calls for are not kept here. */
export type Dialog =
  | { readonly kind: 'quantity'; readonly index: number; readonly typed: Quantity | null }
  | { readonly kind: 'checkout'; readonly payment: PaymentKind }
  | { readonly kind: 'pin' }
  | { readonly kind: 'cancel' };

/** All that is on the screen: the last snapshot, and what is the screen's own. */
export type Screen = {
  /** `null` until the first snapshot. */
  readonly view: View | null;
  /** The line the cashier moved to; `null` follows the desk. */
  readonly cursor: number | null;
  readonly dialog: Dialog | null;
  /** The notice that was known when the dialog opened: the dialog shows only newer ones. */
  readonly noticeBeforeDialog: number | null;
  /** Why the last command was not carried out. */
  readonly failure: Problem | null;
  /** What is typed into the universal field. */
  readonly typed: string;
  /** What is typed as the sum of bonuses; `null` shows what the sale says. */
  readonly redemption: string | null;
  /** Commands on their way. */
  readonly running: readonly CommandName[];
};

export const BLANK_SCREEN: Screen = {
  view: null,
  cursor: null,
  dialog: null,
  noticeBeforeDialog: null,
  failure: null,
  typed: '',
  redemption: null,
  running: [],
};

/** Takes a snapshot in; one that is older than what is shown is dropped. */
export function received(screen: Screen, arrived: View): Screen {
  const before = screen.view;
  if (before && arrived.revision <= before.revision) return screen;
  const view = before ? share(before, arrived) : arrived;
  const { sale } = view;
  const dialog = dialogAfter(screen, before, view);
  return {
    ...screen,
    view,
    cursor: before?.sale.lines === sale.lines && before.sale.selected === sale.selected ? screen.cursor : null,
    redemption: keepsRedemption(before?.sale, sale) ? screen.redemption : null,
    failure: before?.notice === view.notice ? screen.failure : null,
    ...(dialog === screen.dialog ? {} : opened(screen, dialog)),
  };
}

export function opened(screen: Screen, dialog: Dialog | null): Pick<Screen, 'dialog' | 'noticeBeforeDialog'> {
  return { dialog, noticeBeforeDialog: screen.view?.notice?.id ?? null };
}

/** The line that keys such as Delete act on. */
export function selectedLine(screen: Screen): LineView | null {
  const sale = screen.view?.sale;
  const index = screen.cursor ?? sale?.selected;
  return sale?.lines.find((line) => line.index === index) ?? null;
}

/** What is to be told to the cashier now: why a command failed, else the desk's notice. */
export type Message = Pick<Notice, 'code' | 'params' | 'tone'>;

export function messageOf(screen: Screen): Message | null {
  return failureOf(screen) ?? screen.view?.notice ?? null;
}

export function failureOf({ failure }: Screen): Message | null {
  return failure && { tone: 'error', code: failure.code, params: failure.params };
}

/** The same for the bar beside the field: what the open dialog says itself is not said twice. */
export function barMessageOf(screen: Screen): Message | null {
  return screen.dialog && dialogMessageOf(screen) ? null : messageOf(screen);
}

/** The same for a dialog: only what came up since it opened. */
export function dialogMessageOf(screen: Screen): Message | null {
  if (!screen.failure && (screen.view?.notice?.id ?? null) === screen.noticeBeforeDialog) return null;
  return messageOf(screen);
}

function keepsRedemption(before: SaleView | undefined, now: SaleView): boolean {
  return before?.customer === now.customer && before?.redemption.chosen === now.redemption.chosen;
}

function dialogAfter(screen: Screen, before: View | null, view: View): Dialog | null {
  const { dialog } = screen;
  const { sale } = view;
  if (sale.stage !== 'open') return null;
  if (dialog?.kind === 'quantity') return sale.lines.some((line) => line.index === dialog.index) ? dialog : null;
  if (dialog?.kind === 'pin') return sale.pin.needed ? dialog : null;
  const pinCameUp = before !== null && !before.sale.pin.needed && sale.pin.needed;
  return dialog ?? (pinCameUp ? { kind: 'pin' } : null);
}
