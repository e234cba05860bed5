import './card-panel.css';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BenefitView } from '../../../app/contract/benefit.ts';
import { LONGEST } from '../../../app/contract/limits.ts';
import { Cross } from '../../components/cross.tsx';
import { useInitialFocus } from '../../components/focus.ts';
import { Keys, keyHints } from '../../components/keys.tsx';
import { TextField } from '../../components/text-field.tsx';
import { useView, useWorkstation } from '../../context.tsx';
import { CARD_ID } from './ids.ts';

/** Whose benefit it is: a card that is scanned or typed. Once read nothing of it is shown but what kind of card it is. */
export function CardPanel({ connection, card }: Pick<BenefitView, 'connection' | 'card'>) {
  const { t } = useTranslation();
  const { run } = useWorkstation();
  const hint = useView((view) => view.training?.benefitCard);
  return (
    <section className="card-panel" aria-label={t('benefits.card')}>
      {card ? (
        <p className="card-panel__read" role="status">
          <b>{t(`benefits.read.${card}`)}</b>
          <Cross label={t('benefits.putAway')} onPress={() => void run('benefit.putAway', undefined)} />
        </p>
      ) : (
        <CardField connection={connection} />
      )}
      {hint !== undefined && <p className="card-panel__hint">{t('benefits.hint', { card: hint })}</p>}
    </section>
  );
}

function CardField({ connection }: Pick<BenefitView, 'connection'>) {
  const { t } = useTranslation();
  const { run } = useWorkstation();
  const focus = useInitialFocus<HTMLInputElement>();
  const [text, setText] = useState('');
  const [series, setSeries] = useState('');
  const lengths = useView(({ benefits }) => benefits?.socialCard);
  const typed = text.replaceAll(/\s/g, '');
  // The series of a social card stands beside its number, and is asked for then.
  const withSeries = connection !== 2 && /^\d+$/.test(typed) && typed.length === lengths?.number;
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (text.trim() === '' || (withSeries && series.trim() === '')) return;
    const read = await run('benefit.card', { text, series: withSeries ? series : null });
    if (!read) focus.ref.current?.select();
  };
  return (
    <form className="card-panel__form" onSubmit={submit}>
      <div className="card-panel__field">
        <input
          {...focus}
          id={CARD_ID}
          type="text"
          autoComplete="off"
          spellCheck={false}
          maxLength={LONGEST.benefitCard}
          aria-label={t('benefits.card')}
          {...keyHints('field')}
          placeholder={t(connection === 2 ? 'benefits.typeSnils' : 'benefits.scanCard')}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <Keys id="field" />
      </div>
      {withSeries && (
        <TextField
          label={t('benefits.series', { digits: lengths.series })}
          kind="numeric"
          maxLength={lengths.series}
          value={series}
          onChange={setSeries}
        />
      )}
      {/* Enter in either field. */}
      <input type="submit" hidden />
    </form>
  );
}
