import type { action as ru } from '../ru/action.ts';
import type { Wording } from '../wording.ts';

export const action: Wording<typeof ru> = {
  action: {
    label: 'Actions',
    newReceipt: 'New receipt',
    cancelReceipt: 'Cancel receipt',
    quantity: 'Quantity',
    removeLine: 'Remove line',
    removeCustomer: 'Remove customer',
    certificate: 'Certificate',
    promo: 'Promo code',
    registration: 'Register',
    manualDiscount: 'Manual discount',
    returnGoods: 'Return',
    reprint: 'Print slip again',
    drawer: 'Cash drawer',
    cancel: 'Cancel',
    close: 'Close',
    back: 'Back',
  },
};
