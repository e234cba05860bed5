import './benefits-screen.css';
import { VisuallyHidden } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BenefitView } from '../../../app/contract/benefit.ts';
import { problem as problemOf } from '../../../app/domain/problem.ts';
import { focusOn } from '../../components/focus.ts';
import { PushButton } from '../../components/push-button.tsx';
import { useScreen, useView, useWorkstation } from '../../context.tsx';
import { MessageBar } from '../../frame/message-bar.tsx';
import { useSteadyFocus } from '../../frame/use-steady-focus.ts';
import { selectedLine } from '../../screen.ts';
import { check } from './benefit-actions.ts';
import { CardPanel } from './card-panel.tsx';
import { CaseList } from './case-list.tsx';
import { DecisionForm } from './decision-form.tsx';
import { HistoryPanel } from './history/history-panel.tsx';
import { CARD_ID } from './ids.ts';
import { LevelPanel } from './level-panel.tsx';
import { CheckFailed, Decided, NothingYet } from './outcome-panel.tsx';
import { PhotoPanel } from './photo-panel.tsx';
import { BLANK_DRAFT, chosenTarget, readPrice, targets } from './price-draft.ts';
import { PriceField, TargetChoice } from './price-fields.tsx';
import { ReceiptPanel } from './receipt-panel.tsx';
import { ServiceChoice, ServicePanel } from './service-panel.tsx';
import { useBenefitKeys } from './use-benefit-keys.ts';
import { useCardScans } from './use-card-scans.ts';

const NO_CARD = problemOf('benefit-no-card');

/** Benefits of the ЕЦС: from the service to what a holder has a right to and takes, on one screen. */
export function BenefitsScreen() {
  const benefits = useView((view) => view.benefits);
  useSteadyFocus();
  return <div className="benefits-screen">{benefits && <Workplace benefits={benefits} />}</div>;
}

function Workplace({ benefits }: { readonly benefits: BenefitView }) {
  const { t } = useTranslation();
  const workstation = useWorkstation();
  const line = useScreen(selectedLine);
  const sale = useView((view) => view.sale);
  const [choosing, setChoosing] = useState(false);
  const [history, setHistory] = useState(false);
  const [shown, setShown] = useState<number | null>(null);
  const [draft, setDraft] = useState(BLANK_DRAFT);
  const { connection, service, card, checking, problem, cases, level } = benefits;
  const all = targets({ sale }, line);
  const target = chosenTarget(all, draft);
  const price = readPrice(draft, target);
  const one = cases.find(({ id }) => id === shown) ?? cases.find(({ stage }) => stage === 'found') ?? null;
  const failed = shown === null ? problem : null;

  // The history is that of the card on the desk.
  useEffect(() => {
    if (card === null) setHistory(false);
  }, [card]);

  const compared = () => {
    if (!price.ok) return;
    setShown(null);
    check(workstation, connection === 3 ? price.value : null);
  };
  const decided = () => {
    setShown(one?.id ?? null);
    setDraft(BLANK_DRAFT);
    focusOn(CARD_ID);
  };
  useCardScans();
  useBenefitKeys({
    photoCompared: compared,
    benefitService: () => setChoosing(true),
    benefitHistory: () => (card ? setHistory(true) : workstation.refuse(NO_CARD)),
    ...(history && { dismiss: () => setHistory(false) }),
    ...(choosing && service && { dismiss: () => setChoosing(false) }),
  });

  return (
    <>
      <main className="benefits-screen__main">
        <VisuallyHidden component="h1">{t('benefits.title')}</VisuallyHidden>
        <MessageBar />
        {!service || choosing ? (
          <ServiceChoice onChosen={() => setChoosing(false)} />
        ) : (
          <>
            <ServicePanel name={service.name} onChange={() => setChoosing(true)} />
            {connection === 3 && (
              <section className="benefits-screen__price panel" aria-label={t('benefits.onto')}>
                <TargetChoice targets={all} target={target} draft={draft} onDraft={setDraft} />
                <PriceField draft={draft} onDraft={setDraft} price={price} />
              </section>
            )}
            <CardPanel connection={connection} card={card} />
            <PhotoPanel card={card} checking={checking} onCompared={compared} />
            {card && card !== 'snils' && !checking && (
              <PushButton
                label={t('benefits.history.title')}
                keyId="benefitHistory"
                layout="row"
                onPress={() => setHistory(true)}
              />
            )}
            <ReceiptPanel />
          </>
        )}
      </main>
      <aside className="benefits-screen__side" aria-label={t('benefits.outcome')}>
        {history ? (
          <HistoryPanel onClose={() => setHistory(false)} />
        ) : (
          <>
            {failed && <CheckFailed problem={failed} card={card} />}
            {!failed && one?.stage === 'found' && (
              <DecisionForm
                key={one.id}
                found={one}
                connection={connection}
                targets={all}
                asked={connection === 3 ? target.onto : null}
                onDecided={decided}
              />
            )}
            {!failed && one && one.stage !== 'found' && <Decided one={one} connection={connection} />}
            {!failed && !one && !checking && <NothingYet />}
            <CaseList cases={cases} shown={one} onShow={setShown} />
          </>
        )}
        <LevelPanel level={level} />
      </aside>
    </>
  );
}
