import type { CommandInput, CommandName } from '../app/contract/commands.ts';
import type { OutboxRow } from '../app/contract/outbox.ts';
import type { ReceiptView } from '../app/contract/receipts.ts';
import type { LineView, Notice, SaleView, View } from '../app/contract/view.ts';
import type { PaymentKind } from '../app/domain/payment.ts';
import type { Problem } from '../app/domain/problem.ts';
import type { Quantity } from '../app/domain/quantity.ts';
import { callsForSale, hasMoreGoods } from './calls-for-sale.ts';
import { BLANK_REGISTRATION, type RegistrationDraft } from './registration-draft.ts';
import type { SetupState } from './setup-state.ts';
import { share } from './share.ts';

export const MENU_NAMES = ['till', 'other', 'reports', 'more'] as const;
export type MenuName = (typeof MENU_NAMES)[number];

/** A dialog in front of the sale; a question and what became of a write are not kept here. */
export type Dialog =
  | { readonly kind: 'quantity'; readonly index: number; readonly typed: Quantity | null }
  /** `byEnter`: opened by the key that also confirms it. */
  | { readonly kind: 'checkout'; readonly payment: PaymentKind; readonly byEnter?: true }
  | { readonly kind: 'pin' }
  | { readonly kind: 'cancel' }
  /** `pin`: as typed before the certificate is known. */
  | { readonly kind: 'certificate'; readonly pin?: string }
  /** `known`: the code that stood on the receipt when the dialog opened. */
  | { readonly kind: 'promo'; readonly known?: string | null }
  /** The form is kept here, so that nothing that comes in front of it takes away what was typed. */
  | { readonly kind: 'registration'; readonly draft: RegistrationDraft }
  | { readonly kind: 'manual-discount'; readonly markUp: boolean }
  /** `receipt`: `null` while it is still being looked for; `confirming`: what comes back is chosen, and asked about once more. */
  | { readonly kind: 'return'; readonly receipt: ReceiptView | null; readonly confirming?: true }
  | { readonly kind: 'held' }
  | { readonly kind: 'warnings' }
  | { readonly kind: 'close-shift' }
  /** Where the person goes who has changed settings and not saved them. */
  | { readonly kind: 'leave-setup'; readonly place: Place; readonly panel: JournalPanel }
  | { readonly kind: 'scanner-advice' }
  | { readonly kind: 'menu'; readonly menu: MenuName }
  /** Starts with what was typed before the key. */
  | { readonly kind: 'search'; readonly typed: string }
  /** What a person decides about something that is yet to be sent. */
  | { readonly kind: 'outbox'; readonly decision: 'set-aside' | 'accept' | 'deny'; readonly entry: OutboxRow };

/** The screens of the till, each the whole window. */
export const PLACES = ['sale', 'journal', 'shift', 'benefits', 'setup'] as const;
export type Place = (typeof PLACES)[number];
/** What the journal shows: receipts, or what is yet to be sent. */
export type JournalPanel = 'receipts' | 'outbox';

/** All that is on the screen: the last snapshot, and what is the screen's own. */
export type Screen = {
  /** `null` until the first snapshot. */
  readonly view: View | null;
  readonly place: Place;
  readonly panel: JournalPanel;
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
  /** What stands on the setup screen; `null` until it is opened. */
  readonly setup: SetupState | null;
  /** Commands on their way. */
  readonly running: readonly CommandName[];
};

export const BLANK_SCREEN: Screen = {
  view: null,
  place: 'sale',
  panel: 'receipts',
  cursor: null,
  dialog: null,
  noticeBeforeDialog: null,
  failure: null,
  typed: '',
  redemption: null,
  setup: null,
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
    place: before && callsForSale(before, view) ? 'sale' : screen.place,
    cursor: before?.sale.lines === sale.lines && before.sale.selected === sale.selected ? screen.cursor : null,
    redemption: keepsRedemption(before?.sale, sale) ? screen.redemption : null,
    failure: before?.notice === view.notice || !outdoes(view.notice, dialog) ? screen.failure : null,
    ...(dialog === screen.dialog ? {} : opened(screen, dialog)),
  };
}

/** Whether a notice takes the place of why the last command failed: in a dialog, which waits for that, no news does. */
function outdoes(notice: View['notice'], dialog: Dialog | null): boolean {
  return notice !== null && (dialog === null || notice.tone !== 'info');
}

/** Puts a dialog in front. A certificate that was scanned behind another dialog comes up once that one is gone. */
export function opened(screen: Screen, dialog: Dialog | null): Pick<Screen, 'dialog' | 'noticeBeforeDialog'> {
  const { certificate, lockedCertificate } = screen.view ?? {};
  const certificateWaits = Boolean(certificate ?? lockedCertificate) && screen.dialog?.kind !== 'certificate';
  return {
    dialog: dialog ?? (certificateWaits ? { kind: 'certificate' } : null),
    noticeBeforeDialog: screen.view?.notice?.id ?? null,
  };
}

/** What the next scans are meant for: the field that is open for them, else the receipt. */
export function expectedScan({ dialog, view }: Screen): CommandInput<'sale.expect'> {
  switch (dialog?.kind) {
    case 'certificate':
      return { what: 'certificate', ...(dialog.pin && { pin: dialog.pin }) };
    case 'promo':
      return { what: 'promo' };
    case 'manual-discount':
      return { what: dialog.markUp || view?.sale.customer ? 'anything' : 'customer' };
    default:
      return { what: 'anything' };
  }
}

/** True once the cashier is done with the receipt: it is written, or the outbox will have it written. */
export function isPaid(stage: SaleView['stage']): boolean {
  return stage === 'written' || stage === 'queued';
}

/** True while the receipt is being written, or nobody knows whether it was. */
export function isUndecided(stage: SaleView['stage']): boolean {
  return stage === 'writing' || stage === 'in-doubt';
}

/** True while something stands in front of the screen: only the key that takes it away is heard. */
export function isCovered({ view, dialog }: Screen): boolean {
  return dialog !== null || Boolean(view?.question) || (view !== null && isUndecided(view.sale.stage));
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

/** The same for the bar beside the field: what stands elsewhere on the screen is not said twice. */
export function barMessageOf(screen: Screen): Message | null {
  if (screen.dialog && dialogMessageOf(screen)) return null;
  const message = messageOf(screen);
  return message && screen.view && isSaidElsewhere(message, screen.view) ? null : message;
}

/** By the note on a return whose outcome is open, and by the panel of a receipt that waits for its service. */
function isSaidElsewhere({ code }: Message, { returnInDoubt, sale }: View): boolean {
  if (code === 'return-outcome-unknown' || code === 'return-undecided') return returnInDoubt !== null;
  return (code === 'receipt-queued' || code === 'receipt-parked') && sale.stage === 'queued';
}

/** The same for a dialog: only what came up since it opened. */
export function dialogMessageOf(screen: Screen): Message | null {
  if (!screen.failure && (screen.view?.notice?.id ?? null) === screen.noticeBeforeDialog) return null;
  return messageOf(screen);
}

function keepsRedemption(before: SaleView | undefined, now: SaleView): boolean {
  return before?.customer === now.customer && before?.redemption.chosen === now.redemption.chosen;
}

/** What puts away what the desk kept for a dialog that was left. */
const PUTS_AWAY: Partial<Record<Dialog['kind'], CommandName>> = {
  certificate: 'certificate.dismiss',
  quantity: 'sale.arm',
  registration: 'registration.cancel',
  held: 'receipt.hold',
};

function dialogAfter({ dialog, running }: Screen, before: View | null, view: View): Dialog | null {
  if (dialog) {
    const awaited = PUTS_AWAY[dialog.kind];
    // A dialog opened again at once is a new one: what went with the one before does not end it.
    const isOpenedAgain = awaited !== undefined && running.includes(awaited);
    return isOver(dialog, isOpenedAgain ? view : before, view) ? null : dialog;
  }
  return view.sale.stage === 'open' ? calledFor(before, view) : null;
}

/** What the dialog was opened for is done, or can no longer be done. */
function isOver(dialog: Dialog, before: View | null, view: View): boolean {
  const { sale } = view;
  switch (dialog.kind) {
    case 'return': {
      const inDoubt = view.returnInDoubt !== null && before?.returnInDoubt === null;
      return inDoubt || isUndecided(sale.stage);
    }
    case 'held':
      return view.held !== before?.held || isUndecided(sale.stage);
    case 'close-shift':
      return view.shift === null;
    case 'outbox':
    case 'warnings':
      return false;
    case 'leave-setup':
    case 'scanner-advice':
      return before !== null && callsForSale(before, view);
    default:
      return sale.stage !== 'open' || isOverForSale(dialog, before, view);
  }
}

function isOverForSale(dialog: Dialog, before: View | null, view: View): boolean {
  const { sale } = view;
  switch (dialog.kind) {
    case 'quantity': {
      const isUsedUp = Boolean(before?.armed) && view.armed === null;
      const cameIn = before !== null && hasMoreGoods(before.sale, sale);
      return isUsedUp || cameIn || !sale.lines.some((line) => line.index === dialog.index);
    }
    case 'pin':
      return !sale.pin.needed;
    case 'certificate':
      return Boolean(before?.certificate) && view.certificate === null;
    case 'promo':
      // While the service is asked a code stands there on trial.
      return view.busy === null && sale.promo !== null && sale.promo.code !== (dialog.known ?? null);
    case 'registration':
      return isRegistered(before, view);
    default:
      return false;
  }
}

/** Customer and end of the registration may come in one snapshot or one after the other. */
function isRegistered(before: View | null, view: View): boolean {
  if (view.registration || !view.sale.customer) return false;
  return before?.registration !== null || before.sale.customer === null;
}

/** A dialog that the desk has just begun to wait for. */
function calledFor(before: View | null, view: View): Dialog | null {
  const certificate = view.certificate ?? view.lockedCertificate;
  if (certificate && !before?.certificate && !before?.lockedCertificate) return { kind: 'certificate' };
  if (view.registration && !before?.registration) return { kind: 'registration', draft: BLANK_REGISTRATION };
  const pinCameUp = before !== null && !before.sale.pin.needed && view.sale.pin.needed;
  return pinCameUp ? { kind: 'pin' } : null;
}
