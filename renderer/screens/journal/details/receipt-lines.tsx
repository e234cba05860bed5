import { useTranslation } from 'react-i18next';
import type { ReceiptDetails } from '../../../../app/contract/journal.ts';
import { quantity } from '../../../../app/domain/quantity.ts';
import { useFormat } from '../../../context.tsx';

/** Goods as they were sold, with what was taken off and what came back. */
export function ReceiptLines({ lines }: Pick<ReceiptDetails, 'lines'>) {
  const { t } = useTranslation();
  return (
    <section className="receipt-sheet__lines">
      <h3>{t('receipt.lines')}</h3>
      <ul>
        {lines.map((line) => (
          <SoldLine key={line.index} line={line} />
        ))}
      </ul>
    </section>
  );
}

function SoldLine({ line }: { readonly line: ReceiptDetails['lines'][number] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const back = quantity(line.returned);
  const amount = (of: typeof line.quantity) => format.quantity(of, line.weighed);
  return (
    <li>
      <b>{line.name}</b>
      <b>{format.money(line.total)}</b>
      <small>
        {t('receipt.quantity', { quantity: amount(line.quantity), price: format.money(line.price) })}
        {line.discount > 0 && <> · {t('receipt.lineDiscount', { amount: format.money(line.discount) })}</>}
        {back !== null && (
          <>
            {' · '}
            <em>{t('receipt.returned', { quantity: amount(back) })}</em>
          </>
        )}
      </small>
    </li>
  );
}
