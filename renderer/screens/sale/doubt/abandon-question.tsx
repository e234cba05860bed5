import type { SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useInitialFocus } from '../../../components/focus.ts';
import { DialogMessage } from '../../../components/message.tsx';
import { PushButton } from '../../../components/push-button.tsx';
import { useScreen, useView, useWorkstation } from '../../../context.tsx';
import { useFailure } from '../../../frame/use-dialog-message.ts';
import { actOn, useKeyPress } from '../../../keys/use-keys.ts';
import { refundWords } from '../../../text/sentence.ts';

/** Asks before a paid receipt is cancelled: the money has to be back first. The keyboard starts on the harmless answer. */
export function AbandonQuestion({ onBack }: { readonly onBack: () => void }) {
  const { t } = useTranslation();
  const { run } = useWorkstation();
  const number = useView((view) => view.sale.number);
  const taken = useView((view) => view.sale.taken);
  const abandoning = useScreen((screen) => screen.running.includes('sale.abandon'));
  const focus = useInitialFocus<HTMLButtonElement>();
  const failure = useFailure();
  useKeyPress('dialog', (event) => actOn(event, { dismiss: onBack }));
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (!abandoning) void run('sale.abandon', undefined);
  };
  return (
    <form className="dialog-form" onSubmit={submit}>
      <div role="alert" className="doubt-notice__facts">
        <p>
          <b>{t('doubt.moneyBack', { money: refundWords(t, { params: taken }) })}</b>
        </p>
        <p>{t('doubt.abandonHelp', { number })}</p>
      </div>
      <DialogMessage message={failure} />
      <div className="dialog-form__buttons">
        <PushButton {...focus} label={t('action.back')} keyId="dismiss" onPress={onBack} />
        <PushButton label={t('doubt.abandonConfirm')} tone="danger" waiting={abandoning} />
      </div>
    </form>
  );
}
