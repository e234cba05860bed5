import type { OutboxRow } from '../../../../app/contract/outbox.ts';

/** What a person decides about something that is yet to be sent: it need not be, it is there, it is not there. */
export type Decision = 'set-aside' | 'accept' | 'deny';

type Kind = OutboxRow['kind'];

/** What is not told when it is closed without being sent. */
const LEFT_UNTOLD = {
  'receipt-write': 'outbox.setAsideWrite',
  'receipt-rollback': 'outbox.setAsideRollback',
  'receipt-return': 'outbox.setAsideReturn',
  'benefit-confirmation': 'outbox.setAsideBenefit',
  'benefit-refusal': 'outbox.setAsideRefusal',
} as const satisfies Record<Kind, string>;

const RECEIPT = { accept: 'outbox.accept', help: 'outbox.acceptHelp', deny: 'outbox.deny' } as const;
const RETURN = { accept: 'outbox.acceptReturn', help: 'outbox.acceptReturnHelp', deny: 'outbox.denyReturn' } as const;
const BENEFIT = { accept: 'outbox.acceptBenefit', help: 'outbox.acceptBenefitHelp', deny: 'outbox.deny' } as const;

/** The buttons of a decision, and what is to be looked at before it. */
export function decisionLabels(kind: Kind): typeof RECEIPT | typeof RETURN | typeof BENEFIT {
  switch (kind) {
    case 'receipt-return':
      return RETURN;
    case 'benefit-confirmation':
      return BENEFIT;
    default:
      return RECEIPT;
  }
}

/** The title, the question and the answer that carries the decision out. */
export function decisionWords(decision: Decision, kind: Kind) {
  if (decision === 'set-aside') {
    return { title: 'outbox.setAsideTitle', question: LEFT_UNTOLD[kind], confirm: 'outbox.setAsideConfirm' } as const;
  }
  const { accept, deny } = decisionLabels(kind);
  return decision === 'accept'
    ? ({ title: `${accept}Title`, question: `${accept}Question`, confirm: 'outbox.acceptConfirm' } as const)
    : ({ title: `${deny}Title`, question: `${deny}Question`, confirm: 'outbox.denyConfirm' } as const);
}
