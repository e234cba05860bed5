/**
 * Every key of the till. Handlers and hints both read it here, so that neither can say what the other does not do.
 *
 * The first of an action's keys stands on its button. It is one that no desktop takes for itself: X11 has Ctrl+Alt+F1…F12 for
 * its consoles, XFCE and KDE have Ctrl+F1…F12. The others, among them those of MaxBonus' manual, act as well and stand in the
 * button's title. None is a key by which a scanner types a control character, such as Ctrl+B, Ctrl+D or Ctrl+J.
 */
export const KEYMAP = {
  /** Whatever is in front. */
  always: {
    confirm: ['Enter'],
    dismiss: ['Escape'],
    lineUp: ['ArrowUp'],
    lineDown: ['ArrowDown'],
    pageUp: ['PageUp'],
    pageDown: ['PageDown'],
    larger: ['Ctrl+Equal', 'Ctrl+Shift+Equal', 'Ctrl+NumpadAdd'],
    smaller: ['Ctrl+Minus', 'Ctrl+NumpadSubtract'],
    usualSize: ['Ctrl+Digit0', 'Ctrl+Numpad0'],
  },
  /** In more than one place, so that they mean the same everywhere. */
  places: {
    field: ['F7'],
    journal: ['F2'],
    outbox: ['Shift+F2'],
    shift: ['F3'],
    benefits: ['F6'],
    setup: ['Shift+F1', 'Ctrl+F2'],
    reprint: ['Ctrl+P'],
    returnGoods: ['Ctrl+R', 'Ctrl+Shift+F5'],
    removeLine: ['Delete'],
    acknowledge: ['Shift+Escape'],
    warnings: ['Shift+F3'],
    readKeys: ['Ctrl+U'],
  },
  sale: {
    payCash: ['F12', 'Ctrl+Shift+F7'],
    payCard: ['Ctrl+Enter', 'Ctrl+Shift+F8'],
    payMixed: ['Shift+F12', 'Ctrl+Shift+F10'],
    newReceipt: ['Ctrl+N', 'Ctrl+F12'],
    quantity: ['*'],
    redemption: ['F11'],
    redeemAll: ['F10'],
    redeemHalf: ['Shift+F10'],
    manualDiscount: ['Shift+F11', 'Ctrl+Alt+F11'],
    search: ['Ctrl+F', 'Ctrl+Shift+F2'],
    certificate: ['F8'],
    promo: ['F9'],
    registration: ['F4'],
    removeCustomer: ['Shift+F4'],
    hold: ['F5'],
    heldReceipts: ['Shift+F5'],
    slipPrinted: ['Shift+F6', 'Ctrl+F6'],
    slipAgain: ['Shift+F7', 'Ctrl+F7'],
    slipElsewhere: ['Shift+F8', 'Ctrl+F8'],
    slipCancel: ['Shift+F9', 'Ctrl+F9'],
    undo: ['Ctrl+Z'],
    drawer: ['Ctrl+O', 'Ctrl+F10'],
    tillMenu: ['Ctrl+K', 'Ctrl+Shift+F11'],
    otherMenu: ['Ctrl+G', 'Ctrl+Shift+F12'],
    reportsMenu: ['Ctrl+L'],
    moreMenu: ['F1'],
  },
  /** In the dialog that takes the money: what was handed over. */
  tender: {
    exactCash: ['F1'],
    firstSum: ['F2'],
    secondSum: ['F3'],
    thirdSum: ['F4'],
    fourthSum: ['F5'],
  },
  /** Where a person is asked: in a window in front, and beside what only a person can find out. */
  questions: {
    giveBack: ['F12'],
    withoutWriteOff: ['F11'],
    withoutService: ['F10'],
    isThere: ['Ctrl+Y'],
    isNotThere: ['Ctrl+Shift+Y'],
  },
  journal: {
    firstLine: ['Home'],
    lastLine: ['End'],
    exportCsv: ['Ctrl+E'],
    exportJson: ['Ctrl+Shift+E'],
  },
  shift: {
    printX: ['F8'],
    closeShift: ['F9'],
  },
  benefits: {
    benefitService: ['Shift+F6'],
    photoCompared: ['F10'],
    benefitHistory: ['F12'],
    benefitDecline: ['Ctrl+Delete'],
  },
  setup: {
    save: ['Ctrl+S'],
  },
} as const satisfies Record<string, Record<string, readonly [shown: string, ...others: string[]]>>;

export const KEYS = {
  ...KEYMAP.always,
  ...KEYMAP.places,
  ...KEYMAP.sale,
  ...KEYMAP.tender,
  ...KEYMAP.questions,
  ...KEYMAP.journal,
  ...KEYMAP.shift,
  ...KEYMAP.benefits,
  ...KEYMAP.setup,
};

export type KeyId = keyof typeof KEYS;
