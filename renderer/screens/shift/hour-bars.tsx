import './hour-bars.css';
import { VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ShiftReportView } from '../../../app/contract/shift.ts';
import { useFormat } from '../../context.tsx';
import { dayHours } from './day-hours.ts';

/** With more bars than this there is no room for their sums side by side. */
const MOST_WIDE_BARS = 10;

/** Money taken by the hour, a bar for each; a screen reader hears them as a list of sums. */
export function HourBars({ hours }: Pick<ShiftReportView, 'hours'>) {
  const { t } = useTranslation();
  const format = useFormat();
  const bars = dayHours(hours);
  return (
    <section className="hour-bars panel" aria-label={t('shift.hours')}>
      <h3>{t('shift.hours')}</h3>
      {bars.length === 0 ? (
        <p className="hour-bars__none">{t('shift.noReceipts')}</p>
      ) : (
        <ol className="hour-bars__bars" data-dense={bars.length > MOST_WIDE_BARS}>
          {bars.map(({ hour, sum, receipts, share }) => (
            <li key={hour}>
              <VisuallyHidden>
                {t('shift.hour', { from: hour, to: hour + 1, sum: format.money(sum), receipts })}
              </VisuallyHidden>
              <span className="hour-bars__column" aria-hidden>
                <span className="hour-bars__sum">{receipts > 0 && format.whole(sum)}</span>
                <span className="hour-bars__bar" style={{ height: `${share * 100}%` }} />
              </span>
              <span className="hour-bars__hour" aria-hidden>
                {hour}
              </span>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
