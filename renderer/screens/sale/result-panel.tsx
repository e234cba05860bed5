import './result-panel.css';
import { useTranslation } from 'react-i18next';
import { Figure } from '../../components/figure.tsx';
import { useFormat, useView } from '../../context.tsx';

/** The receipt is written: the change to hand back, and what became of the bonuses. */
export function ResultPanel() {
  const { t } = useTranslation();
  const format = useFormat();
  const number = useView((view) => view.sale.number);
  const done = useView((view) => view.sale.done);
  if (!done) return null;
  return (
    <section className="result-panel panel" aria-label={t('done.label')}>
      <div className="result-panel__news" role="status">
        <h2>{t('done.title')}</h2>
        <p>{t('done.number', { number })}</p>
        <dl className="result-panel__change">
          {done.change > 0 ? (
            <Figure label={t('done.change')} value={format.money(done.change)} tone="hero" />
          ) : (
            <Figure label={t('done.change')} value={t('done.noChange')} />
          )}
        </dl>
        <p>{t('done.next')}</p>
      </div>
      <dl className="result-panel__facts">
        <Figure label={t('done.paid')} value={format.money(done.paid)} />
        <Figure label={t('done.redeemed')} value={format.money(done.redeemed)} />
        <Figure label={t('done.accrued')} value={format.money(done.accrued)} />
        {done.balance !== null && <Figure label={t('done.balance')} value={format.money(done.balance)} />}
      </dl>
    </section>
  );
}
