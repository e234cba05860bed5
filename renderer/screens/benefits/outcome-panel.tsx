import './outcome-panel.css';
import { useTranslation } from 'react-i18next';
import type { BenefitCaseView, BenefitView } from '../../../app/contract/benefit.ts';
import { MessageText } from '../../components/message.tsx';
import { useFormat, useView } from '../../context.tsx';
import { clause } from '../../text/sentence.ts';

/** Why a check found nothing, and what the cashier can do. */
export function CheckFailed({
  problem,
  card,
}: {
  readonly problem: NonNullable<BenefitView['problem']>;
  readonly card: BenefitView['card'];
}) {
  const { t } = useTranslation();
  const unknown = problem.code === 'benefit-check-unknown';
  return (
    <section className="outcome-panel panel" data-tone="bad" role="alert">
      <h2>{t(card || unknown ? 'benefits.noAnswer' : 'benefits.without')}</h2>
      <MessageText message={{ ...problem, tone: 'error' }} />
      {card && !unknown && <p>{t('benefits.again')}</p>}
    </section>
  );
}

/** A benefit that was decided on, and whether the ЕЦС has been told. */
export function Decided({
  one,
  connection,
}: {
  readonly one: BenefitCaseView;
  readonly connection: BenefitView['connection'];
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const tellsRefusals = useView(({ benefits }) => benefits?.tellsRefusals ?? false);
  const { stage, service, category, price, discountedPrice, delivery } = one;
  return (
    <section className="outcome-panel panel" data-tone={TONES[stage]} role="status">
      <h2>{t(`benefits.stage.${wordOf(stage, connection, tellsRefusals)}`)}</h2>
      <p>{[category, service].filter(Boolean).join(' · ')}</p>
      {price !== null && discountedPrice !== null && (
        <p>{t('benefits.prices', { price: format.money(price), discounted: format.money(discountedPrice) })}</p>
      )}
      {delivery?.problem && (
        <p>{t(delivery.dead ? 'benefits.rejected' : 'benefits.waits', { why: clause(t, delivery.problem) })}</p>
      )}
    </section>
  );
}

function wordOf(stage: BenefitCaseView['stage'], connection: BenefitView['connection'], tellsRefusals: boolean) {
  if (stage === 'taken' && connection === 3) return 'takenDiscount';
  return stage === 'declined' && tellsRefusals ? 'declinedTold' : stage;
}

const TONES: { readonly [Stage in BenefitCaseView['stage']]: 'good' | 'bad' | 'plain' } = {
  found: 'plain',
  taken: 'plain',
  confirming: 'plain',
  confirmed: 'good',
  given: 'good',
  declined: 'plain',
  failed: 'bad',
};

/** Before the first check. */
export function NothingYet() {
  const { t } = useTranslation();
  return (
    <section className="outcome-panel outcome-panel--nothing panel">
      <h2>{t('benefits.nothing')}</h2>
      <p>{t('benefits.nothingHelp')}</p>
    </section>
  );
}
