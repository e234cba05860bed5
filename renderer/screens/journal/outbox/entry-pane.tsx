import { useTranslation } from 'react-i18next';
import type { OutboxRow } from '../../../../app/contract/outbox.ts';
import { useFormat } from '../../../context.tsx';
import { sentence } from '../../../text/sentence.ts';
import { decisionLabels } from './decision-words.ts';
import { EntryActions } from './entry-actions.tsx';
import { nextTry } from './next-try.ts';

/** Why something was not sent yet, and what can be done about it. */
export function EntryPane({ entry }: { readonly entry: OutboxRow }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { kind, number, state, inDoubt, attempts, at, problem } = entry;
  const next = nextTry(entry, Date.now());
  return (
    <>
      <section className="entry-pane panel">
        <h2>
          {t(`outbox.${kind}`)} {number !== null && t('outbox.number', { number })}
        </h2>
        <p className="message" data-tone={state === 'dead' ? 'error' : 'warning'}>
          {problem ? sentence(t, problem) : t('outbox.notTried')}
        </p>
        <dl>
          <dt>{t('outbox.since')}</dt>
          <dd>{format.moment(new Date(at))}</dd>
          <dt>{t('outbox.attempts')}</dt>
          <dd>{format.count(attempts)}</dd>
          <dt>{t('outbox.next')}</dt>
          <dd>{typeof next === 'string' ? t(`outbox.${next}`) : format.moment(next)}</dd>
        </dl>
        {inDoubt && <p>{t('outbox.inDoubt')}</p>}
        <p className="entry-pane__help">{t(helpFor(entry))}</p>
      </section>
      <EntryActions entry={entry} />
    </>
  );
}

function helpFor({ kind, state, inDoubt, acceptable }: OutboxRow) {
  if (acceptable && inDoubt) return decisionLabels(kind).help;
  return state === 'dead' ? 'outbox.deadHelp' : 'outbox.waitingHelp';
}
