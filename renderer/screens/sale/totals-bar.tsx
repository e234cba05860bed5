import './totals-bar.css';
import { useTranslation } from 'react-i18next';
import { type Kopecks, minus, ZERO } from '../../../app/domain/money.ts';
import { Figure } from '../../components/figure.tsx';
import { useFormat, useView } from '../../context.tsx';

/** What the receipt comes to. Until the service calculated just this receipt the sums are marked as provisional. */
export function TotalsBar() {
  const { t } = useTranslation();
  const format = useFormat();
  const totals = useView((view) => view.sale.totals);
  const provisional = useView((view) => !view.sale.calculated && view.sale.lines.length > 0);
  const takenOff = (amount: Kopecks) => format.money(amount > 0 ? minus(ZERO, amount) : ZERO);
  return (
    <section className="totals-bar panel" aria-label={t('totals.label')} data-provisional={provisional}>
      <dl>
        <Figure label={t('totals.lines')} value={format.money(totals.lines)} />
        <Figure label={t('totals.discount')} value={takenOff(totals.discount)} tone={toneOf(totals.discount)} />
        <Figure label={t('totals.redeemed')} value={takenOff(totals.redeemed)} tone={toneOf(totals.redeemed)} />
        <Figure
          label={t('totals.certificates')}
          value={takenOff(totals.certificates)}
          tone={toneOf(totals.certificates)}
        />
      </dl>
      <dl className="totals-bar__due">
        <Figure
          label={t(provisional ? 'totals.dueDraft' : 'totals.due')}
          value={format.money(totals.due)}
          tone="hero"
        />
      </dl>
    </section>
  );
}

function toneOf(amount: Kopecks): 'plain' | 'minus' {
  return amount > 0 ? 'minus' : 'plain';
}
