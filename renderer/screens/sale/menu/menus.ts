import type { View } from '../../../../app/contract/view.ts';
import { openDialog } from '../../../frame/in-front.ts';
import type { KeyId } from '../../../keys/keymap.ts';
import { goTo, goToBenefits } from '../../../places.ts';
import type { MenuName } from '../../../screen.ts';
import type { Workstation } from '../../../workstation.ts';
import { removeCustomer, startCheckout } from '../actions.ts';
import { openForSale, openPromo, openRegistration, openReturn, openSearch } from '../dialog-actions.ts';
import { holdOrTakeBack, openHeldReceipts } from '../held/held-actions.ts';
import { openManualDiscount } from '../manual-discount/discount-actions.ts';
import { reprint } from '../print-actions.ts';

/** What an item of a menu does: what stands elsewhere, too. */
type Action = {
  /** Its key elsewhere. */
  readonly keyId?: KeyId;
  /** Whether it can be done now; what cannot is not listed. */
  readonly isAtHand: (view: View) => boolean;
  readonly act: (workstation: Workstation) => unknown;
};

const always = () => true;
const whileOpen = ({ sale }: View) => sale.stage === 'open';
const inShift = ({ shift }: View) => shift !== null;

export const ACTIONS = {
  search: { keyId: 'search', isAtHand: always, act: openSearch },
  openShift: { isAtHand: ({ shift }) => shift === null, act: ({ run }) => run('shift.open', undefined) },
  printX: { isAtHand: inShift, act: ({ run }) => run('shift.printX', undefined) },
  closeShift: {
    isAtHand: inShift,
    act: (workstation) => {
      goTo(workstation, 'shift');
      openDialog(workstation, { kind: 'close-shift' });
    },
  },
  drawer: { keyId: 'drawer', isAtHand: ({ drawer }) => drawer, act: ({ run }) => run('drawer.open', undefined) },
  reprint: { keyId: 'reprint', isAtHand: ({ sale }) => (sale.done?.slip.length ?? 0) > 0, act: reprint },
  shifts: { keyId: 'shift', isAtHand: always, act: (workstation) => goTo(workstation, 'shift') },
  journal: { keyId: 'journal', isAtHand: always, act: (workstation) => goTo(workstation, 'journal') },
  outbox: { keyId: 'outbox', isAtHand: always, act: (workstation) => goTo(workstation, 'journal', 'outbox') },
  hold: { keyId: 'hold', isAtHand: always, act: holdOrTakeBack },
  heldReceipts: { keyId: 'heldReceipts', isAtHand: ({ held }) => held.length > 0, act: openHeldReceipts },
  payCredit: {
    isAtHand: ({ credit, sale }) => credit && sale.stage === 'open' && sale.lines.length > 0,
    act: (workstation) => startCheckout(workstation, 'credit'),
  },
  returnGoods: { keyId: 'returnGoods', isAtHand: always, act: openReturn },
  certificate: {
    keyId: 'certificate',
    isAtHand: whileOpen,
    act: (workstation) => openForSale(workstation, { kind: 'certificate' }),
  },
  promo: { keyId: 'promo', isAtHand: whileOpen, act: openPromo },
  manualDiscount: { keyId: 'manualDiscount', isAtHand: whileOpen, act: openManualDiscount },
  registration: { keyId: 'registration', isAtHand: whileOpen, act: openRegistration },
  sendChatBot: {
    isAtHand: ({ sale }) => sale.stage === 'open' && sale.customer?.hasChatBot === false,
    act: ({ run }) => run('customer.sendChatBot', undefined),
  },
  removeCustomer: {
    keyId: 'removeCustomer',
    isAtHand: ({ sale }) => sale.stage === 'open' && sale.customer !== null,
    act: removeCustomer,
  },
  benefits: { keyId: 'benefits', isAtHand: ({ benefits }) => benefits !== null, act: goToBenefits },
  setup: { keyId: 'setup', isAtHand: always, act: (workstation) => goTo(workstation, 'setup') },
  scannerAdvice: { isAtHand: always, act: (workstation) => openDialog(workstation, { kind: 'scanner-advice' }) },
} as const satisfies Record<string, Action>;

export type ActionId = keyof typeof ACTIONS;

/** The menus of MaxBonus' own till (integrator's manual, appendix 1), each with what this till has of the kind. */
export const MENUS: Readonly<Record<MenuName, readonly ActionId[]>> = {
  till: ['openShift', 'printX', 'closeShift', 'drawer', 'reprint'],
  other: [
    'hold',
    'heldReceipts',
    'returnGoods',
    'payCredit',
    'certificate',
    'promo',
    'registration',
    'sendChatBot',
    'removeCustomer',
  ],
  reports: ['printX', 'closeShift', 'shifts', 'journal', 'outbox'],
  more: ['search', 'benefits', 'manualDiscount', 'reprint', 'journal', 'setup', 'scannerAdvice'],
};

/** What the menu has to offer now, in its order. */
export function offered(menu: MenuName, view: View): readonly ActionId[] {
  return MENUS[menu].filter((id) => ACTIONS[id].isAtHand(view));
}

export function keyOf(id: ActionId): KeyId | undefined {
  const action: Action = ACTIONS[id];
  return action.keyId;
}

/** Does it in place of the menu. */
export function choose(workstation: Workstation, id: ActionId): void {
  openDialog(workstation, null);
  const action: Action = ACTIONS[id];
  void action.act(workstation);
}
