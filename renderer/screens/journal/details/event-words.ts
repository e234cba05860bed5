import type { TFunction } from 'i18next';
import type { ReceiptEvent } from '../../../../app/contract/journal.ts';
import { quantity } from '../../../../app/domain/quantity.ts';
import type { Format } from '../../../format.ts';
import { ru } from '../../../text/ru.ts';
import { refundWords } from '../../../text/sentence.ts';

/** Stands in for what an event does not say, so that no braces are ever shown. */
const NOTHING = {
  amount: '',
  code: '',
  due: '',
  ending: '',
  index: '',
  lines: '',
  most: '',
  phoneEnding: '',
  price: '',
  redeemed: '',
  accrued: '',
};

/** What happened, in a sentence; a kind that this program does not know is shown as it is called. */
export function eventWords(t: TFunction, format: Format, { kind, body }: ReceiptEvent): string {
  if (!isKnown(kind)) return kind;
  const said = Object.fromEntries(Object.entries(body).filter(([, value]) => value !== null));
  const amounts = Object.fromEntries(Object.entries(said).filter(isAmount));
  return t(`event.${kind}`, {
    ...NOTHING,
    ...said,
    quantity: quantityWords(format, body['quantity']),
    payment: paymentWords(t, amounts),
    refund: refundWords(t, { params: amounts }),
    what: subjectWords(t, body['kind']),
  });
}

function isAmount(entry: [string, unknown]): entry is [string, number] {
  return typeof entry[1] === 'number';
}

function quantityWords(format: Format, thousandths: unknown): string {
  const of = typeof thousandths === 'number' ? quantity(thousandths) : null;
  return of === null ? '' : format.quantity(of, false);
}

/** "cash 300.00, card 12.00"; what nothing was paid by is left out, but not both. */
function paymentWords(t: TFunction, { cash = 0, card = 0, credit = 0 }: Readonly<Record<string, number>>): string {
  const parts = [
    ...(cash > 0 || (card === 0 && credit === 0) ? [t('taken.cash', { amount: cash })] : []),
    ...(card > 0 ? [t('taken.card', { amount: card })] : []),
    ...(credit > 0 ? [t('taken.credit', { amount: credit })] : []),
  ];
  return parts.join(', ');
}

/** What was to be sent: "Return". */
function subjectWords(t: TFunction, kind: unknown): string {
  switch (kind) {
    case 'receipt-write':
    case 'receipt-rollback':
    case 'receipt-return':
      return t(`outbox.${kind}`);
    default:
      return String(kind ?? '');
  }
}

function isKnown(kind: string): kind is keyof typeof ru.event {
  return Object.hasOwn(ru.event, kind);
}
