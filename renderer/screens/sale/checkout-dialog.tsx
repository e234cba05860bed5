import { Loader } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PaymentKind } from '../../../app/domain/payment.ts';
import { DialogButtons } from '../../components/dialog-buttons.tsx';
import { useInitialFocus } from '../../components/focus.ts';
import { DialogMessage } from '../../components/message.tsx';
import { PushButton } from '../../components/push-button.tsx';
import { useScreen, useView, useWorkstation } from '../../context.tsx';
import { openDialog } from '../../frame/in-front.ts';
import { useDialogMessage } from '../../frame/use-dialog-message.ts';
import { actOn, useKeyPress } from '../../keys/use-keys.ts';
import { calculate } from './actions.ts';
import { checkoutStep } from './checkout-step.ts';
import { OfflineRefused } from './offline/offline-refused.tsx';
import { PayWithoutUnsold } from './pay-without-unsold.tsx';
import { PinForm } from './pin-form.tsx';
import { TenderForm } from './tender-form.tsx';
import { WaiveQuestion } from './waive-question.tsx';

/** A payment from the key to the written receipt: calculation, PIN, money — each only when it is still to be done. */
export function CheckoutDialog({ payment }: { readonly payment: PaymentKind }) {
  const workstation = useWorkstation();
  const running = useScreen((screen) => screen.running);
  const step = useView((view) => checkoutStep(view, running));
  const cancel = () => openDialog(workstation, null);
  switch (step) {
    case 'unsold':
      return <PayWithoutUnsold onCancel={cancel} />;
    case 'waiting':
      return <Waiting onCancel={cancel} />;
    case 'outdated':
      return <Outdated onCancel={cancel} />;
    case 'refused':
      return <Refused onCancel={cancel} />;
    case 'pin':
      return <PinForm onCancel={cancel} />;
    case 'tender':
      return <CalculatedTender payment={payment} onCancel={cancel} />;
    case 'offline':
      return <TenderForm key="offline" payment={payment} without="offline" onCancel={cancel} />;
    case 'waived':
      return <TenderForm key="waived" payment={payment} without="waived" onCancel={cancel} />;
    case 'offline-refused':
      return <OfflineRefused onCancel={cancel} />;
  }
}

type StepProps = { readonly onCancel: () => void };

function Waiting({ onCancel }: StepProps) {
  const { t } = useTranslation();
  // Not on the button: an Enter pressed ahead of time must not call the payment off.
  const focus = useInitialFocus<HTMLDivElement>();
  return (
    <div className="dialog-form">
      <div {...focus} className="writing-notice" role="status" tabIndex={-1}>
        <Loader size="2rem" aria-hidden />
        <p>{t('pay.calculating')}</p>
      </div>
      <PushButton label={t('action.cancel')} keyId="dismiss" onPress={onCancel} />
    </div>
  );
}

/** The service refused the receipt when it was written: it may be tried again, or sold without the service. */
function CalculatedTender({ payment, onCancel }: StepProps & { readonly payment: PaymentKind }) {
  const refused = useView((view) => view.refusal !== null);
  const [waiving, setWaiving] = useState(false);
  if (waiving) return <WaiveQuestion onBack={() => setWaiving(false)} />;
  return (
    <>
      <TenderForm key="calculated" payment={payment} onCancel={onCancel} />
      {refused && <WaiveOffer onTaken={() => setWaiving(true)} />}
    </>
  );
}

/** The service answers, and will not calculate the receipt. */
function Refused({ onCancel }: StepProps) {
  const { t } = useTranslation();
  const workstation = useWorkstation();
  const refusal = useView((view) => view.refusal);
  const [waiving, setWaiving] = useState(false);
  if (waiving) return <WaiveQuestion onBack={() => setWaiving(false)} />;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    void calculate(workstation);
  };
  return (
    <form className="dialog-form" onSubmit={submit}>
      <DialogMessage message={refusal && { ...refusal, params: refusal.params, tone: 'error' }} />
      <WaiveOffer onTaken={() => setWaiving(true)} />
      <DialogButtons confirm={t('pay.recalculate')} focused="confirm" onCancel={onCancel} />
    </form>
  );
}

/** Leads to the question whether the receipt is sold without the service. */
function WaiveOffer({ onTaken }: { readonly onTaken: () => void }) {
  const { t } = useTranslation();
  useKeyPress('dialog', (event) => actOn(event, { withoutService: onTaken }));
  return <PushButton label={t('waive.offer')} keyId="withoutService" layout="row" onPress={onTaken} />;
}

function Outdated({ onCancel }: StepProps) {
  const { t } = useTranslation();
  const workstation = useWorkstation();
  const message = useDialogMessage();
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    void calculate(workstation);
  };
  return (
    <form className="dialog-form" onSubmit={submit}>
      {message ? <DialogMessage message={message} /> : <p role="alert">{t('pay.changed')}</p>}
      <DialogButtons confirm={t('pay.recalculate')} focused="confirm" onCancel={onCancel} />
    </form>
  );
}
