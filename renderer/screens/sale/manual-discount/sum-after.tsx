import { useTranslation } from 'react-i18next';
import { type Kopecks, kopecks, minus, ZERO } from '../../../../app/domain/money.ts';
import { Figure } from '../../../components/figure.tsx';
import { useFormat, useView } from '../../../context.tsx';

type SumAfterProps = {
  /** Put on top of the receipt, or taken off in place of the bonuses that are by now. */
  readonly sum: Kopecks;
  readonly markUp: boolean;
};

/** What the receipt then comes to, with all that leads there. */
export function SumAfter({ sum, markUp }: SumAfterProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { lines, discount, redeemed } = useView((view) => view.sale.totals);
  const after = Math.max(0, lines - discount + (markUp ? sum - redeemed : -sum));
  return (
    <dl className="manual-discount__after">
      {discount > 0 && <Figure label={t('totals.discount')} value={format.money(minus(ZERO, discount))} />}
      {markUp && redeemed > 0 && <Figure label={t('totals.redeemed')} value={format.money(minus(ZERO, redeemed))} />}
      <Figure label={t('discount.after')} value={format.money(kopecks(after))} />
    </dl>
  );
}
