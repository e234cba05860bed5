import './customer-card.css';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { Figure } from '../../components/figure.tsx';
import { useFormat, useView } from '../../context.tsx';

/** Whom the receipt belongs to; without a customer, how to identify one. */
export function CustomerCard() {
  const { t } = useTranslation();
  const format = useFormat();
  const customer = useView((view) => view.sale.customer);
  const limit = useView((view) => view.sale.redemption.limit);
  const written = useView((view) => view.sale.stage === 'written');
  if (!customer) return written ? null : <Nobody />;
  return (
    <section className="customer-card panel" aria-label={t('customer.label')}>
      <div className="customer-card__who">
        <h2>{customer.name || t('customer.nameless')}</h2>
        <p>
          {maskedPhone(t, customer.phoneEnding)} · {t(customer.hasChatBot ? 'customer.chatBot' : 'customer.noChatBot')}
        </p>
      </div>
      <dl className="customer-card__sums">
        <Figure label={t('customer.balance')} value={format.money(customer.balance)} />
        <Figure label={t('customer.limit')} value={limit === null ? t('redemption.unknown') : format.money(limit)} />
      </dl>
    </section>
  );
}

function Nobody() {
  const { t } = useTranslation();
  const busy = useView((view) => view.busy);
  return (
    <section className="customer-card customer-card--nobody panel" aria-label={t('customer.label')}>
      <h2>{t(busy === 'identifying' ? 'busy.identifying' : 'customer.nobody')}</h2>
      <p>{t('customer.nobodyHelp')}</p>
    </section>
  );
}

function maskedPhone(t: TFunction, ending: string): string {
  return ending.length === 4
    ? t('customer.phone', { first: ending.slice(0, 2), last: ending.slice(2) })
    : t('customer.phoneShort', { ending });
}
