import './receipt-sheet.css';
import { useTranslation } from 'react-i18next';
import type { ReceiptDetails } from '../../../../app/contract/journal.ts';
import { useFormat } from '../../../context.tsx';
import { maskedPhone } from '../../../text/masked-phone.ts';
import { ReceiptState } from '../receipt-state.tsx';
import { ReceiptEvents } from './receipt-events.tsx';
import { ReceiptLines } from './receipt-lines.tsx';
import { ReceiptReturns } from './receipt-returns.tsx';
import { ReceiptSums } from './receipt-sums.tsx';

/** A receipt from its number down to what happened to it. */
export function ReceiptSheet({ receipt }: { readonly receipt: ReceiptDetails }) {
  const { t } = useTranslation();
  return (
    <article className="receipt-sheet">
      <SheetHead receipt={receipt} />
      <ReceiptLines lines={receipt.lines} />
      <ReceiptSums receipt={receipt} />
      {receipt.returns.length > 0 && <ReceiptReturns returns={receipt.returns} />}
      <section className="receipt-sheet__slip">
        <h3>{t('receipt.slip')}</h3>
        {receipt.slip.length > 0 ? <pre>{receipt.slip.join('\n')}</pre> : <p>{t('receipt.noSlip')}</p>}
      </section>
      <ReceiptEvents events={receipt.events} />
    </article>
  );
}

function SheetHead({ receipt }: { readonly receipt: ReceiptDetails }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { number, state, at, openedAt, phoneEnding } = receipt;
  const finished = finishedWord(state);
  return (
    <header className="receipt-sheet__head">
      <h2>
        {t('receipt.title', { number })}
        <ReceiptState state={state} />
      </h2>
      <p>
        <span>{phoneEnding === null ? t('return.anonymous') : maskedPhone(t, phoneEnding)}</span>
        <span>{t('receipt.openedAt', { at: format.moment(new Date(openedAt)) })}</span>
        {finished && <span>{t(finished, { at: format.moment(new Date(at)) })}</span>}
      </p>
    </header>
  );
}

/** How the receipt was done with at the till, if it was. */
function finishedWord(state: ReceiptDetails['state']): 'receipt.finishedAt' | 'receipt.cancelledAt' | null {
  if (state === 'open' || state === 'held') return null;
  return state === 'discarded' ? 'receipt.cancelledAt' : 'receipt.finishedAt';
}
