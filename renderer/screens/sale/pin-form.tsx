import './pin-form.css';
import { type SubmitEvent, useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ZERO } from '../../../app/domain/money.ts';
import { DialogButtons } from '../../components/dialog-buttons.tsx';
import { Figure } from '../../components/figure.tsx';
import { focusOn, useInitialFocus } from '../../components/focus.ts';
import { DialogMessage } from '../../components/message.tsx';
import { PushButton } from '../../components/push-button.tsx';
import { useFormat, useScreen, useView, useWorkstation } from '../../context.tsx';
import { useDialogMessage } from '../../frame/use-dialog-message.ts';
import { actOn, useKeyPress } from '../../keys/use-keys.ts';
import { SHORTEST_PIN } from '../../pin.ts';
import { PinField } from './pin-field.tsx';
import { SMS_AGAIN_ID, SmsAgain } from './sms-again.tsx';

type PinFormProps = { readonly onCancel: () => void };

/** Has the PIN sent, then takes it. A message about a wrong one stays until the next try. */
export function PinForm({ onCancel }: PinFormProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const chosen = useView((view) => view.sale.redemption.chosen);
  const asked = useView((view) => view.sale.pin.asked);
  const message = useDialogMessage();
  return (
    <div className="pin-form">
      <dl>
        <Figure label={t('pin.amount')} value={format.money(chosen)} />
      </dl>
      {asked ? <EnterPin onCancel={onCancel} /> : <SendPin onCancel={onCancel} />}
      <DialogMessage message={message} />
    </div>
  );
}

function SendPin({ onCancel }: PinFormProps) {
  const { t } = useTranslation();
  const { run } = useWorkstation();
  const ending = useView((view) => view.sale.customer?.phoneEnding ?? '');
  const waiting = useView((view) => view.busy === 'asking-pin');
  const focus = useInitialFocus<HTMLButtonElement>();
  return (
    <div className="dialog-form">
      <p className="dialog-form__help">{t('pin.sendHelp', { ending })}</p>
      <WithoutWriteOff />
      <div className="dialog-form__buttons">
        <PushButton label={t('action.cancel')} keyId="dismiss" onPress={onCancel} />
        <PushButton
          {...focus}
          label={t('pin.send')}
          keyId="confirm"
          tone="primary"
          waiting={waiting}
          onPress={() => void run('pin.ask', undefined)}
        />
      </div>
    </div>
  );
}

/** A customer without the telephone pays the whole sum. */
function WithoutWriteOff() {
  const { t } = useTranslation();
  const workstation = useWorkstation();
  const running = useScreen((screen) => screen.running.includes('sale.calculate'));
  const busy = useView((view) => view.busy !== null);
  const [wanted, setWanted] = useState(false);
  const want = () => setWanted(true);
  const give = useEffectEvent(() => {
    setWanted(false);
    workstation.screen.setState({ redemption: null });
    void workstation.run('sale.calculate', { redemption: ZERO });
  });
  // The dialog comes up while the write-off is still being calculated: a press meanwhile waits for it.
  useEffect(() => {
    if (wanted && !busy && !running) give();
  }, [wanted, busy, running]);
  useKeyPress('dialog', (event) => actOn(event, { withoutWriteOff: want }));
  return (
    <PushButton
      label={t('pin.without')}
      keyId="withoutWriteOff"
      layout="row"
      waiting={wanted || running}
      onPress={want}
    />
  );
}

function EnterPin({ onCancel }: PinFormProps) {
  const { t } = useTranslation();
  const { run, screen } = useWorkstation();
  const busy = useView((view) => view.busy);
  const sms = useView((view) => view.sms.pin);
  const askAgain = async () => {
    setPin('');
    if (await run('pin.ask', undefined)) focus.ref.current?.focus();
  };
  const focus = useInitialFocus<HTMLInputElement>();
  const [pin, setPin] = useState('');
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (pin.length < SHORTEST_PIN || (await run('pin.check', { pin }))) return;
    // Selected, so that the next try replaces it; where no try can help, another PIN is asked for.
    const isOver = screen.getState().failure?.code === 'pin-expired';
    if (isOver) focusOn(SMS_AGAIN_ID);
    else focus.ref.current?.select();
  };
  return (
    <form className="dialog-form" onSubmit={submit}>
      <div className="pin-form__row">
        <PinField {...focus} sent value={pin} onChange={setPin} />
        <SmsAgain label={t('pin.again')} sms={sms} waiting={busy === 'asking-pin'} onPress={() => void askAgain()} />
      </div>
      <WithoutWriteOff />
      <DialogButtons
        confirm={t('pin.confirm')}
        waiting={busy === 'checking-pin'}
        disabled={pin.length < SHORTEST_PIN}
        onCancel={onCancel}
      />
    </form>
  );
}
