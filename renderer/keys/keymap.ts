/** Every key of the sale screen. Handlers and hints both read it here, so that neither can say what the other does not do. */
export const KEYS = {
  field: 'F7',
  redemption: 'F11',
  manualDiscount: 'Ctrl+Alt+F11',
  certificate: 'F8',
  promo: 'F9',
  registration: 'F4',
  returnGoods: 'Ctrl+Shift+F5',
  payCash: 'Ctrl+Shift+F7',
  payCard: 'Ctrl+Shift+F8',
  payMixed: 'Ctrl+Shift+F10',
  newReceipt: 'Ctrl+F12',
  quantity: '*',
  removeLine: 'Delete',
  lineUp: 'ArrowUp',
  lineDown: 'ArrowDown',
  confirm: 'Enter',
  dismiss: 'Escape',
} as const satisfies Record<string, string>;

export type KeyId = keyof typeof KEYS;
