import { Loader } from '@mantine/core';
import type { SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { PaymentKind } from '../../../app/domain/payment.ts';
import { DialogButtons } from '../../components/dialog-buttons.tsx';
import { useInitialFocus } from '../../components/focus.ts';
import { DialogMessage } from '../../components/message.tsx';
import { PushButton } from '../../components/push-button.tsx';
import { useScreen, useView, useWorkstation } from '../../context.tsx';
import { openDialog } from '../../frame/in-front.ts';
import { useDialogMessage } from '../../frame/use-dialog-message.ts';
import { calculate } from './actions.ts';
import { checkoutStep } from './checkout-step.ts';
import { OfflineRefused } from './offline/offline-refused.tsx';
import { PinForm } from './pin-form.tsx';
import { TenderForm } from './tender-form.tsx';
import { PayWithoutUnsold } from './unsold/pay-without-unsold.tsx';

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
    case 'pin':
      return <PinForm onCancel={cancel} />;
    case 'tender':
      return <TenderForm key="calculated" payment={payment} onCancel={cancel} />;
    case 'offline':
      return <TenderForm key="offline" payment={payment} offline onCancel={cancel} />;
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
