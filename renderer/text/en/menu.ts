import type { menu as ru } from '../ru/menu.ts';
import type { Wording } from '../wording.ts';

export const menu: Wording<typeof ru> = {
  search: {
    title: 'Find goods',
    label: 'Words of the name',
    placeholder: 'words of the name, in any order',
    list: 'Goods found',
    help: 'Begin with the name: “milk 3.2”, “tea bl”. ↑ ↓ choose, Enter adds.',
    nothing: 'There are no such goods.',
    more: 'These are the first {{most}}: add a word.',
    add: 'Add',
  },
  menu: {
    till: 'Fiscal till',
    other: 'Other operations',
    reports: 'Reports',
    more: 'More',
    items: {
      search: 'Find goods',
      openShift: 'Open a shift',
      printX: 'X report',
      closeShift: 'Z report: close the shift',
      drawer: 'Open the cash drawer',
      reprint: 'Print the slip again',
      shifts: 'Shifts and past reports',
      journal: 'Journal of receipts',
      outbox: 'Not sent yet',
      hold: 'Hold the receipt or take one back',
      heldReceipts: 'Held receipts',
      returnGoods: 'Return',
      certificate: 'Certificate',
      promo: 'Promo code',
      manualDiscount: 'Manual discount or markup',
      registration: 'Register a customer',
      sendChatBot: 'SMS with the chat-bot',
      removeCustomer: 'Remove the customer',
      benefits: 'Benefit of the ЕЦС',
      setup: 'Settings',
      scannerAdvice: 'How to set up a scanner',
    },
  },
};
