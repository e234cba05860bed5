import './outbox-panel.css';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutboxRow } from '../../../../app/contract/outbox.ts';
import { OptionList } from '../../../components/option-list.tsx';
import { useFormat, useView } from '../../../context.tsx';
import { EntryPane } from './entry-pane.tsx';
import { useOutboxRows } from './use-outbox-rows.ts';

/** What the services have yet to be told: first what waits for a person, then what sends itself. */
export function OutboxPanel() {
  const { t } = useTranslation();
  const format = useFormat();
  const rows = useOutboxRows();
  const slips = useView((view) => view.queue);
  const [marked, setMarked] = useState<number | null>(null);
  const place = rows?.findIndex((row) => row.id === marked) ?? -1;
  const at = Math.max(0, place);
  const entry = rows?.[at];
  return (
    <>
      <main className="journal-screen__main">
        {rows?.length === 0 && (
          <section className="journal-screen__nothing panel" role="status">
            <b>{t('outbox.empty')}</b>
            <p>{t('outbox.emptyHelp')}</p>
          </section>
        )}
        {rows && rows.length > 0 && (
          <OptionList
            label={t('outbox.label')}
            items={rows}
            keyOf={(row) => row.id}
            at={at}
            onMove={(next) => setMarked(rows[next]?.id ?? null)}
            focused
          >
            {(row) => <EntryOption entry={row} />}
          </OptionList>
        )}
        {slips > 0 && <p className="outbox-panel__slips">{t('outbox.slips', { number: format.count(slips) })}</p>}
      </main>
      <aside className="journal-screen__side" aria-label={t('action.label')}>
        {entry && <EntryPane key={entry.id} entry={entry} />}
      </aside>
    </>
  );
}

function EntryOption({ entry }: { readonly entry: OutboxRow }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { kind, number, state, at } = entry;
  return (
    <>
      <b>
        {t(`outbox.${kind}`)} {number !== null && t('outbox.number', { number })}
      </b>
      <em className="outbox-panel__state" data-state={state}>
        {t(`outbox.${state}`)}
      </em>
      <span>{format.moment(new Date(at))}</span>
    </>
  );
}
