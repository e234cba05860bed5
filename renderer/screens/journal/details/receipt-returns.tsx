import { useTranslation } from 'react-i18next';
import type { ReceiptDetails } from '../../../../app/contract/journal.ts';
import { useFormat } from '../../../context.tsx';
import { refundWords } from '../../../text/sentence.ts';

/** What the customer got back, and when. */
export function ReceiptReturns({ returns }: Pick<ReceiptDetails, 'returns'>) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <section className="receipt-sheet__events">
      <h3>{t('receipt.returns')}</h3>
      <ul>
        {returns.map(({ id, at, inDoubt, ...refund }) => (
          <li key={id}>
            <time>{format.moment(new Date(at))}</time>
            <span>
              {refundWords(t, { params: refund })}
              {inDoubt && <small>{t('receipt.returnInDoubt')}</small>}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
