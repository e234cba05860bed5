import { useTranslation } from 'react-i18next';
import type { ReceiptDetails } from '../../../../app/contract/journal.ts';
import { useFormat } from '../../../context.tsx';
import { eventWords } from './event-words.ts';

/** What happened to the receipt, by whom and when, oldest first. */
export function ReceiptEvents({ events }: Pick<ReceiptDetails, 'events'>) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <section className="receipt-sheet__events">
      <h3>{t('receipt.events')}</h3>
      <ol>
        {events.map((event, place) => (
          <li key={event.id}>
            <time>{format.moment(new Date(event.at))}</time>
            <span>
              {eventWords(t, format, event)}
              {event.who !== events[place - 1]?.who && <small>{event.who}</small>}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
