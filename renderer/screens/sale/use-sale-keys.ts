import { focusOn, resumeIn } from '../../components/focus.ts';
import { useWorkstation } from '../../context.tsx';
import { dismiss } from '../../frame/in-front.ts';
import { typesSign } from '../../keys/chord.ts';
import { actOn, useKeyPress } from '../../keys/use-keys.ts';
import { isCovered } from '../../screen.ts';
import { newReceipt, removeCustomer, startCheckout, toRedemption } from './actions.ts';
import { openForSale, openMenu, openPromo, openRegistration, openReturn, openSearch } from './dialog-actions.ts';
import { holdOrTakeBack, openHeldReceipts } from './held/held-actions.ts';
import { FIELD_ID } from './ids.ts';
import { hasOwnLineKeys, lineActions } from './line-keys.ts';
import { openManualDiscount } from './manual-discount/discount-actions.ts';
import { printAgain, printCancelled, printElsewhere, reprint, slipPrinted } from './print-actions.ts';

/** The keys of the whole screen, while nothing is in front of it. */
export function useSaleKeys(): void {
  const workstation = useWorkstation();
  useKeyPress('place', (event) => {
    if (isCovered(workstation.screen.getState())) return false;
    const acted = actOn(event, {
      dismiss: () => {
        dismiss(workstation);
        focusOn(FIELD_ID);
      },
      field: () => focusOn(FIELD_ID),
      redemption: () => toRedemption(workstation),
      manualDiscount: () => void openManualDiscount(workstation),
      search: () => openSearch(workstation),
      tillMenu: () => openMenu(workstation, 'till'),
      otherMenu: () => openMenu(workstation, 'other'),
      reportsMenu: () => openMenu(workstation, 'reports'),
      moreMenu: () => openMenu(workstation, 'more'),
      certificate: () => openForSale(workstation, { kind: 'certificate' }),
      promo: () => openPromo(workstation),
      registration: () => openRegistration(workstation),
      hold: () => holdOrTakeBack(workstation),
      heldReceipts: () => openHeldReceipts(workstation),
      returnGoods: () => openReturn(workstation),
      payCash: () => void startCheckout(workstation, 'cash'),
      payCard: () => void startCheckout(workstation, 'card'),
      payMixed: () => void startCheckout(workstation, 'mixed'),
      newReceipt: () => newReceipt(workstation),
      slipPrinted: () => slipPrinted(workstation),
      slipAgain: () => printAgain(workstation),
      slipElsewhere: () => printElsewhere(workstation),
      slipCancel: () => printCancelled(workstation),
      reprint: () => reprint(workstation),
      removeCustomer: () => removeCustomer(workstation),
      ...(!hasOwnLineKeys(event.target) && lineActions(workstation)),
      undo: workstation.screen.getState().view?.undoable
        ? () => void workstation.run('sale.undo', undefined)
        : undefined,
      drawer: () => void workstation.run('drawer.open', undefined),
    });
    // Whatever has the keyboard, what is typed or scanned belongs into a field.
    if (!acted && typesSign(event) && !(event.target instanceof HTMLInputElement)) resumeIn(FIELD_ID);
    return acted;
  });
}
