import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LONGEST } from '../../../../app/contract/limits.ts';
import { DialogButtons } from '../../../components/dialog-buttons.tsx';
import { useInitialFocus } from '../../../components/focus.ts';
import { DialogMessage } from '../../../components/message.tsx';
import { TextField } from '../../../components/text-field.tsx';
import { useScreen, useView, useWorkstation } from '../../../context.tsx';
import { closeDialog, dismiss } from '../../../frame/in-front.ts';
import { useDialogMessage } from '../../../frame/use-dialog-message.ts';
import { OfflineNote } from '../offline/offline-note.tsx';
import { PromoChip } from './promo-chip.tsx';

/** Takes the customer's promo code, coupon or gift code; a scanned one closes the dialog as well. */
export function PromoDialog() {
  const { t } = useTranslation();
  const workstation = useWorkstation();
  const message = useDialogMessage();
  const promo = useView((view) => view.sale.promo);
  const entering = useScreen((screen) => screen.running.includes('promo.enter'));
  const focus = useInitialFocus<HTMLInputElement>();
  const [code, setCode] = useState('');
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (code.trim() === '' || entering) return;
    if (await workstation.run('promo.enter', { code })) closeDialog(workstation, 'promo');
    else focus.ref.current?.select();
  };
  return (
    <form className="dialog-form dialog-form--fields" onSubmit={submit}>
      {promo && (
        <ul>
          <PromoChip promo={promo} onRemoved={() => focus.ref.current?.focus()} />
        </ul>
      )}
      <p className="dialog-form__help">{t(promo ? 'promo.replaceHelp' : 'promo.help')}</p>
      <OfflineNote why="promo" />
      <TextField
        {...focus}
        label={t('promo.code')}
        kind="text"
        maxLength={LONGEST.code}
        value={code}
        onChange={setCode}
      />
      <DialogMessage message={message} />
      <DialogButtons
        confirm={t('promo.enter')}
        waiting={entering}
        disabled={code.trim() === ''}
        onCancel={() => dismiss(workstation)}
      />
    </form>
  );
}
