import './pin-form.css';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DialogButtons } from '../../components/dialog-buttons.tsx';
import { Figure } from '../../components/figure.tsx';
import { useInitialFocus } from '../../components/focus.ts';
import { DialogMessage } from '../../components/message.tsx';
import { PushButton } from '../../components/push-button.tsx';
import { useFormat, useView, useWorkstation } from '../../context.tsx';
import { useDialogMessage } from '../../frame/use-dialog-message.ts';
import { SHORTEST_PIN } from '../../pin.ts';
import { PinField } from './pin-field.tsx';

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

function EnterPin({ onCancel }: PinFormProps) {
  const { t } = useTranslation();
  const { run } = useWorkstation();
  const busy = useView((view) => view.busy);
  const focus = useInitialFocus<HTMLInputElement>();
  const [pin, setPin] = useState('');
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (pin.length < SHORTEST_PIN || (await run('pin.check', { pin }))) return;
    // Selected, so that the next try replaces it.
    focus.ref.current?.select();
  };
  return (
    <form className="dialog-form" onSubmit={submit}>
      <div className="pin-form__row">
        <PinField {...focus} value={pin} onChange={setPin} />
        <PushButton
          label={t('pin.again')}
          waiting={busy === 'asking-pin'}
          onPress={() => void run('pin.ask', undefined)}
        />
      </div>
      <DialogButtons
        confirm={t('pin.confirm')}
        waiting={busy === 'checking-pin'}
        disabled={pin.length < SHORTEST_PIN}
        onCancel={onCancel}
      />
    </form>
  );
}
