import './takings-table.css';
import { useTranslation } from 'react-i18next';
import type { ShiftReportView } from '../../../app/contract/shift.ts';
import { type Kopecks, minus, ZERO } from '../../../app/domain/money.ts';
import { useFormat } from '../../context.tsx';

/** What was taken and what was given back, by kind of payment. */
export function TakingsTable({ report }: { readonly report: ShiftReportView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { cash, card, credit, certificates, redeemed, returns } = report;
  const credited = { way: 'credit', taken: credit, givenBack: returns.credit ?? ZERO } as const;
  const rows = [
    { way: 'cash', taken: cash, givenBack: returns.cash },
    { way: 'card', taken: card, givenBack: returns.card },
    ...(credited.taken > 0 || credited.givenBack > 0 ? [credited] : []),
    { way: 'certificates', taken: certificates, givenBack: returns.certificates },
    { way: 'bonuses', taken: redeemed, givenBack: returns.bonuses },
  ] as const;
  const off = (amount: Kopecks) => format.money(amount > 0 ? minus(ZERO, amount) : ZERO);
  return (
    <table className="takings-table panel" aria-label={t('shift.takings')}>
      <thead>
        <tr>
          <th scope="col">{t('shift.takings')}</th>
          <th scope="col">{t('shift.taken')}</th>
          <th scope="col">{t('shift.givenBack')}</th>
          <th scope="col">{t('shift.rest')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ way, taken, givenBack }) => (
          <tr key={way}>
            <th scope="row">{t(`shift.${way}`)}</th>
            <td>{format.money(taken)}</td>
            <td>{off(givenBack)}</td>
            <td>
              <b>{format.money(minus(taken, givenBack))}</b>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
