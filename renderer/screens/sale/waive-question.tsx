import type { SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useInitialFocus } from '../../components/focus.ts';
import { DialogMessage } from '../../components/message.tsx';
import { PushButton } from '../../components/push-button.tsx';
import { useScreen, useWorkstation } from '../../context.tsx';
import { useFailure } from '../../frame/use-dialog-message.ts';

/** Asks before a receipt is sold without the loyalty service. The keyboard starts on the harmless answer. */
export function WaiveQuestion({ onBack }: { readonly onBack: () => void }) {
  const { t } = useTranslation();
  const { run } = useWorkstation();
  const waiving = useScreen((screen) => screen.running.includes('sale.waive'));
  const focus = useInitialFocus<HTMLButtonElement>();
  const failure = useFailure();
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (!waiving && (await run('sale.waive', undefined))) onBack();
  };
  return (
    <form className="dialog-form" onSubmit={submit}>
      <div role="alert">
        <p>
          <b>{t('waive.question')}</b>
        </p>
        <p className="dialog-form__help">{t('waive.help')}</p>
      </div>
      <DialogMessage message={failure} />
      <div className="dialog-form__buttons">
        <PushButton {...focus} label={t('action.back')} keyId="dismiss" onPress={onBack} />
        <PushButton label={t('waive.confirm')} tone="danger" waiting={waiving} />
      </div>
    </form>
  );
}
