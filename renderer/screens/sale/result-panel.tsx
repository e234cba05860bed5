import './result-panel.css';
import { useTranslation } from 'react-i18next';
import type { SaleView } from '../../../app/contract/view.ts';
import { ZERO } from '../../../app/domain/money.ts';
import { Figure } from '../../components/figure.tsx';
import { useFormat, useView } from '../../context.tsx';

/** The cashier is done with the receipt: the change to hand back, and what became of it at the service. */
export function ResultPanel() {
  const { t } = useTranslation();
  const format = useFormat();
  const number = useView((view) => view.sale.number);
  const done = useView((view) => view.sale.done);
  const queued = useView((view) => view.sale.stage === 'queued');
  if (!done) return null;
  return (
    <section className="result-panel panel" aria-label={t('done.label')} data-queued={queued}>
      <div className="result-panel__news" role="status">
        <h2>{t(queued ? 'done.queuedTitle' : 'done.title')}</h2>
        <p>{t('done.number', { number })}</p>
        <dl className="result-panel__change">
          <Hero done={done} />
        </dl>
        {queued && <p>{t('done.queuedHelp')}</p>}
        <p>{t('done.next')}</p>
      </div>
      <dl className="result-panel__facts">
        <Figure label={t('done.paid')} value={format.money(done.paid)} />
        {!queued && <ServiceFacts done={done} />}
      </dl>
    </section>
  );
}

/** What the cashier has to do with the money: hand back the change, else nothing, and then how it was paid. */
function Hero({ done: { cash, card, credit = ZERO, change } }: { readonly done: NonNullable<SaleView['done']> }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (change > 0) return <Figure label={t('done.change')} value={format.money(change)} tone="hero" />;
  if (credit > 0) return <Figure label={t('done.credit')} value={format.money(credit)} tone="hero" />;
  if (card === 0) return <Figure label={t('done.change')} value={t('done.noChange')} />;
  return (
    <>
      {cash > 0 && <Figure label={t('done.cash')} value={format.money(cash)} />}
      <Figure label={t('done.card')} value={format.money(card)} tone="hero" />
    </>
  );
}

/** What the service made of the receipt. */
function ServiceFacts({ done }: { readonly done: NonNullable<SaleView['done']> }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <>
      <Figure label={t('done.redeemed')} value={format.money(done.redeemed)} />
      <Figure label={t('done.accrued')} value={format.money(done.accrued)} />
      {done.balance !== null && <Figure label={t('done.balance')} value={format.money(done.balance)} />}
    </>
  );
}
