import './history-panel.css';
import { Loader } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useInitialFocus } from '../../../components/focus.ts';
import { PushButton } from '../../../components/push-button.tsx';
import { TextField } from '../../../components/text-field.tsx';
import { useFormat, useWorkstation } from '../../../context.tsx';
import { actOn, useKeyPress } from '../../../keys/use-keys.ts';
import { isCovered } from '../../../screen.ts';
import { type IntervalDraft, readInterval, usualInterval } from './interval-draft.ts';
import { type HistoryPage, useHistory } from './use-history.ts';

/** As the desk gives them. */
const PAGE_SIZE = 10;
const WHOLE_DAY = 10;

/** What the holder of the card got with benefits, here and elsewhere. */
export function HistoryPanel({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const workstation = useWorkstation();
  const focus = useInitialFocus<HTMLInputElement>();
  const [draft, setDraft] = useState(() => usualInterval(new Date(), format.day));
  const [asked, setAsked] = useState<{ readonly draft: IntervalDraft; readonly page: number }>({ draft, page: 0 });
  const interval = readInterval(draft);
  const { page, loading } = useHistory(readInterval(asked.draft) ?? NEVER, asked.page);
  const pages = Math.max(1, Math.ceil((page?.total ?? 0) / PAGE_SIZE));
  const turn = (to: number) => {
    if (to >= 0 && to < pages) setAsked({ ...asked, page: to });
  };
  useKeyPress('part', (event) => {
    if (isCovered(workstation.screen.getState())) return false;
    return actOn(event, { pageUp: () => turn(asked.page - 1), pageDown: () => turn(asked.page + 1) });
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (interval) setAsked({ draft, page: 0 });
  };
  return (
    <section className="history-panel panel" aria-label={t('benefits.history.title')}>
      <header>
        <h2>{t('benefits.history.title')}</h2>
        <PushButton label={t('action.close')} keyId="dismiss" onPress={onClose} />
      </header>
      <form onSubmit={submit}>
        <TextField
          {...focus}
          label={t('benefits.history.from')}
          kind="day"
          maxLength={WHOLE_DAY}
          value={draft.from}
          onChange={(from) => setDraft({ ...draft, from })}
          error={interval ? null : t('benefits.history.wrong')}
        />
        <TextField
          label={t('benefits.history.to')}
          kind="day"
          maxLength={WHOLE_DAY}
          value={draft.to}
          onChange={(to) => setDraft({ ...draft, to })}
        />
        <PushButton label={t('benefits.history.show')} keyId="confirm" disabled={!interval} />
      </form>
      {loading && (
        <p className="history-panel__note" role="status">
          <Loader size="1rem" aria-hidden /> {t('benefits.asking')}
        </p>
      )}
      {!loading && page && <Transactions page={page} />}
      {page && pages > 1 && (
        <footer>
          <PushButton label={t('benefits.history.newer')} keyId="pageUp" onPress={() => turn(asked.page - 1)} />
          <span>{t('benefits.history.page', { page: asked.page + 1, pages })}</span>
          <PushButton label={t('benefits.history.older')} keyId="pageDown" onPress={() => turn(asked.page + 1)} />
        </footer>
      )}
    </section>
  );
}

const NEVER = { from: '2000-01-01', to: '2000-01-01' };

function Transactions({ page: { transactions } }: { readonly page: HistoryPage }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (transactions.length === 0) return <p className="history-panel__note">{t('benefits.history.none')}</p>;
  return (
    <ol className="history-panel__list">
      {transactions.map(({ id, confirmedAt, service, organization, area, discountedPrice }) => (
        <li key={id}>
          <span>{format.moment(new Date(confirmedAt))}</span>
          <b>{service.name}</b>
          <span>{[organization, area].filter(Boolean).join(', ')}</span>
          <b>{discountedPrice !== null && format.money(discountedPrice)}</b>
        </li>
      ))}
    </ol>
  );
}
