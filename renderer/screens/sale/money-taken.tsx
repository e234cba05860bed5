import { useTranslation } from 'react-i18next';
import { total } from '../../../app/domain/payment.ts';
import { useView } from '../../context.tsx';
import { takenWords } from '../../money-words.ts';

/** Stands beside an open receipt for which money is in hand: it is not to be taken twice. */
export function MoneyTaken() {
  const { t } = useTranslation();
  const taken = useView((view) => view.sale.taken);
  const open = useView((view) => view.sale.stage === 'open');
  return (
    <div role="status" className="message__region">
      {open && total(taken) > 0 && (
        <div className="message" data-tone="warning">
          <p className="message__text">
            <b>{t('pay.taken', { money: takenWords(t, taken) })}</b>
          </p>
        </div>
      )}
    </div>
  );
}
