import './redemption-panel.css';
import { Progress } from '@mantine/core';
import type { SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { type Kopecks, share } from '../../../app/domain/money.ts';
import { focusOn } from '../../components/focus.ts';
import { Keys } from '../../components/keys.tsx';
import { PushButton } from '../../components/push-button.tsx';
import { TextField } from '../../components/text-field.tsx';
import { useFormat, useScreen, useView, useWorkstation } from '../../context.tsx';
import { actOn, useKeyPress } from '../../keys/use-keys.ts';
import { isCovered } from '../../screen.ts';
import { wrongSum } from '../../text/number-words.ts';
import { readSum } from '../../typed-sum.ts';
import { calculate, enterStep } from './actions.ts';
import { FIELD_ID, REDEMPTION_ID } from './ids.ts';
import { OfflineNote } from './offline/offline-note.tsx';
import { PinNote } from './pin-note.tsx';

/** How many bonuses the customer takes off. The desk clamps what is too much and says so. */
export function RedemptionPanel() {
  const { t } = useTranslation();
  const format = useFormat();
  const workstation = useWorkstation();
  const { screen } = workstation;
  const { chosen, limit } = useView((view) => view.sale.redemption);
  const balance = useView((view) => view.sale.customer?.balance ?? null);
  const empty = useView((view) => view.sale.lines.length === 0);
  const waiting = useView((view) => view.busy === 'calculating');
  const nextIsCalculation = useScreen((now) => enterStep(now) === 'calculate');
  const text = useScreen((now) => now.redemption) ?? (chosen > 0 ? format.typed(chosen) : '');

  const read = readSum(text);

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    void calculate(workstation);
    focusOn(FIELD_ID);
  };
  const most = limit ?? balance;
  const choosable = most !== null && balance !== null && !empty;
  const choose = (percent: number) => {
    if (!choosable) return;
    screen.setState({ redemption: format.typed(share(most, percent)) });
    void calculate(workstation);
    focusOn(FIELD_ID);
  };
  useKeyPress('part', (event) => {
    if (isCovered(screen.getState()) || !choosable) return false;
    return actOn(event, { redeemAll: () => choose(100), redeemHalf: () => choose(50) });
  });

  return (
    <section className="redemption-panel panel" aria-label={t('redemption.title')}>
      <h3>
        {t('redemption.title')} <Keys id="redemption" />
      </h3>
      <form className="redemption-panel__row" onSubmit={submit}>
        <TextField
          id={REDEMPTION_ID}
          label={t('redemption.amount')}
          labelHidden
          value={text}
          placeholder={format.typed(chosen)}
          disabled={balance === null}
          error={read.ok ? null : wrongSum(t, read.error)}
          onChange={(redemption) => screen.setState({ redemption })}
        />
        <PushButton
          label={t('redemption.all')}
          keyId="redeemAll"
          layout="stack"
          disabled={!choosable}
          onPress={() => choose(100)}
        />
        <PushButton
          label={t('redemption.half')}
          keyId="redeemHalf"
          layout="stack"
          disabled={!choosable}
          onPress={() => choose(50)}
        />
        <PushButton
          label={t('redemption.calculate')}
          {...(nextIsCalculation && { keyId: 'confirm' })}
          tone="primary"
          waiting={waiting}
          disabled={empty}
        />
      </form>
      <div className="redemption-panel__news">
        <RedemptionNews />
      </div>
    </section>
  );
}

/** What stands in the way of the write-off, else what comes of it; always in the same place, so that nothing below it moves. */
function RedemptionNews() {
  const offline = useView((view) => view.offline !== null);
  const needsPin = useView((view) => view.sale.pin.needed);
  if (offline) return <OfflineNote why="redemption" />;
  return needsPin ? <PinNote /> : <RedemptionOutlook />;
}

/** What the chosen sum leaves in the account and what the receipt will bring. */
function RedemptionOutlook() {
  const { t } = useTranslation();
  const format = useFormat();
  const { chosen, limit, left, accrued, accrualPercent: percent } = useView((view) => view.sale.redemption);
  const money = (amount: Kopecks | null) => (amount === null ? t('redemption.unknown') : format.money(amount));
  return (
    <>
      <Progress
        className="redemption-panel__bar"
        value={limit ? Math.min(100, (chosen / limit) * 100) : 0}
        aria-label={t('redemption.progress')}
      />
      <div className="redemption-panel__outlook">
        <span>{t('redemption.left', { amount: money(left) })}</span>
        <span>
          {percent === null
            ? t('redemption.accrued', { amount: money(accrued) })
            : t('redemption.accruedPercent', { amount: money(accrued), percent })}
        </span>
      </div>
    </>
  );
}
