import type { outbox as ru } from '../ru/outbox.ts';
import type { Wording } from '../wording.ts';

export const outbox: Wording<typeof ru> = {
  outbox: {
    label: 'To be sent',
    slips: 'Slips to be printed: {{number}}',
    empty: 'Everything is sent',
    emptyHelp: 'Receipts and returns that the services have yet to be told of will stand here.',
    'receipt-write': 'Receipt',
    'receipt-rollback': 'Cancellation of a receipt',
    'receipt-return': 'Return',
    'benefit-confirmation': 'Confirmation of a benefit',
    'benefit-refusal': 'Refusal of a benefit',
    number: 'No. {{number}}',
    waiting: 'sends itself',
    dead: 'decision needed',
    since: 'Since',
    attempts: 'Attempts',
    next: 'Next attempt',
    soon: 'now',
    never: 'waits for you',
    notTried: 'Not sent yet.',
    inDoubt: 'There was no answer: nobody knows whether it arrived.',
    waitingHelp: 'Nothing has to be done: the program sends it by itself.',
    deadHelp: 'The service refused. Mend the cause and try again, or close it without sending.',
    acceptHelp:
      'Look for the receipt in the MaxBonus cabinet. If it is there, press “The receipt is in MaxBonus”, if not, “No, write it”.',
    acceptReturnHelp:
      'Look for the return in the MaxBonus cabinet. If it is there, press “MaxBonus has the return”, if not, “No, send it again”.',
    acceptBenefitHelp:
      'Look in the ECS, F12 with the holder’s card. If the service is there, press “The ECS has the confirmation”, if not, “Try again”.',
    retry: 'Try again',
    setAside: 'Close without sending',
    accept: 'The receipt is in MaxBonus',
    acceptReturn: 'MaxBonus has the return',
    acceptBenefit: 'The ECS has the confirmation',
    deny: 'No, write it',
    denyReturn: 'No, send it again',
    setAsideTitle: 'Close without sending?',
    setAsideWrite:
      'Receipt No. {{number}} stays paid, but the loyalty service will not know of it: no bonuses are accrued or taken off.',
    setAsideRollback: 'Receipt No. {{number}} stays in the loyalty service, although the till cancelled it.',
    setAsideReturn: 'The return for receipt No. {{number}} will count as not made: the goods stay sold.',
    setAsideBenefit: 'The ЕЦС will not know that the benefit was used: it stays unconfirmed.',
    setAsideRefusal: 'The benefit stays begun at the ЕЦС, although nobody used it.',
    setAsideConfirm: 'Yes, close it',
    acceptTitle: 'Is the receipt in MaxBonus?',
    acceptReturnTitle: 'Does MaxBonus have the return?',
    acceptBenefitTitle: 'Does the ECS have the confirmation?',
    acceptQuestion: 'You looked into MaxBonus, and receipt No. {{number}} is there. It will count as written.',
    acceptReturnQuestion:
      'You looked in the MaxBonus cabinet, and the return for receipt no. {{number}} is there. It will count as written.',
    acceptBenefitQuestion: 'You looked in the ECS, and the service is there. It will count as confirmed.',
    acceptConfirm: 'Yes, it is',
    denyTitle: 'Is the receipt not in MaxBonus?',
    denyReturnTitle: 'Is the return not in MaxBonus?',
    denyQuestion:
      'You looked in the MaxBonus cabinet, and receipt no. {{number}} is not there. It will be written once more.',
    denyReturnQuestion:
      'You looked in the MaxBonus cabinet, and the return for receipt no. {{number}} is not there. It will be sent once more.',
    denyConfirm: 'Yes, send it',
  },
};
