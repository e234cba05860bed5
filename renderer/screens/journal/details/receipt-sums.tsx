import { useTranslation } from 'react-i18next';
import type { ReceiptDetails } from '../../../../app/contract/journal.ts';
import { type Kopecks, minus, plus, ZERO } from '../../../../app/domain/money.ts';
import { useFormat } from '../../../context.tsx';

/** From the goods to the money taken, and what the customer got for it; sums that are nothing are left out. */
export function ReceiptSums({ receipt }: { readonly receipt: ReceiptDetails }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { lines, discount, redeemed, certificates, paid, cash, card, credit, change, accrued } = receipt;
  const goods = plus(...lines.map((line) => plus(line.total, line.discount)));
  const off = (amount: Kopecks) => minus(ZERO, amount);
  const sums = [
    { sum: 'total', amount: goods, always: true },
    { sum: 'discount', amount: off(discount), always: false },
    { sum: 'redeemed', amount: off(redeemed), always: false },
    { sum: 'certificates', amount: off(certificates), always: false },
    { sum: 'paid', amount: paid, always: true },
    { sum: 'cash', amount: cash, always: false },
    { sum: 'card', amount: card, always: false },
    { sum: 'credit', amount: credit, always: false },
    { sum: 'change', amount: change, always: false },
    { sum: 'accrued', amount: accrued, always: false },
  ] as const;
  return (
    <section className="receipt-sheet__sums">
      <h3>{t('receipt.payment')}</h3>
      <dl>
        {sums
          .filter(({ amount, always }) => always || amount !== 0)
          .map(({ sum, amount }) => (
            <div key={sum} data-sum={sum === 'paid' || sum === 'total' ? sum : undefined}>
              <dt>{t(`receipt.${sum}`)}</dt>
              <dd>{format.money(amount)}</dd>
            </div>
          ))}
      </dl>
    </section>
  );
}
