import type { SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { total } from '../../../app/domain/payment.ts';
import { useInitialFocus } from '../../components/focus.ts';
import { PushButton } from '../../components/push-button.tsx';
import { useView, useWorkstation } from '../../context.tsx';
import { dismiss, openDialog } from '../../frame/in-front.ts';
import { refundWords } from '../../text/sentence.ts';

/** Asks before an open receipt is thrown away. The keyboard starts on the harmless answer. */
export function CancelDialog() {
  const { t } = useTranslation();
  const workstation = useWorkstation();
  const focus = useInitialFocus<HTMLButtonElement>();
  const taken = useView((view) => view.sale.taken);
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (await workstation.run('sale.new', undefined)) openDialog(workstation, null);
  };
  return (
    <form className="dialog-form" onSubmit={submit}>
      <p className="dialog-form__help">{t('cancel.help')}</p>
      {total(taken) > 0 && (
        <p role="alert" className="message" data-tone="warning">
          <b>{t('pay.giveBack', { money: refundWords(t, { params: taken }) })}</b>
        </p>
      )}
      <div className="dialog-form__buttons">
        <PushButton {...focus} label={t('action.back')} keyId="dismiss" onPress={() => dismiss(workstation)} />
        <PushButton label={t('cancel.confirm')} tone="danger" />
      </div>
    </form>
  );
}
