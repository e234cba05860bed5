import './last-paid.css';
import { useTranslation } from 'react-i18next';
import { ZERO } from '../../../app/domain/money.ts';
import { Cross } from '../../components/cross.tsx';
import { useFormat, useView, useWorkstation } from '../../context.tsx';

/** Stays above the next receipt until that is paid: the change of the one before may still be in the cashier's hand. */
export function LastPaid() {
  const { t } = useTranslation();
  const format = useFormat();
  const { run } = useWorkstation();
  const paid = useView((view) => view.lastPaid);
  if (!paid) return null;
  const { number, card, credit = ZERO, change } = paid;
  const money = [
    card > 0 && t('done.lastCard', { amount: format.money(card) }),
    credit > 0 && t('done.lastCredit', { amount: format.money(credit) }),
    change > 0 && t('done.lastChange', { amount: format.money(change) }),
  ].filter((part) => part !== false);
  return (
    <section className="last-paid" aria-label={t('done.lastLabel')}>
      <p>
        {t('done.last', { number })} · <b>{money.join(', ') || t('done.lastNoChange')}</b>
      </p>
      <Cross label={t('done.lastAway')} onPress={() => void run('sale.forgetLastPaid', undefined)} />
    </section>
  );
}
