import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DialogButtons } from '../../../components/dialog-buttons.tsx';
import { useInitialFocus } from '../../../components/focus.ts';
import { DialogMessage } from '../../../components/message.tsx';
import { TextField } from '../../../components/text-field.tsx';
import { useView, useWorkstation } from '../../../context.tsx';
import { dismiss } from '../../../frame/in-front.ts';
import { useDialogMessage } from '../../../frame/use-dialog-message.ts';
import { OfflineNote } from '../offline/offline-note.tsx';
import { CERTIFICATE_FIELD_ID } from './ids.ts';

const LONGEST_CODE = 200;
const LONGEST_PIN = 40;

/** Asks for a certificate; a scan does the same without the field. What was typed stays until one is found. */
export function CertificateLookup() {
  const { t } = useTranslation();
  const workstation = useWorkstation();
  const message = useDialogMessage();
  const looking = useView((view) => view.busy === 'looking-up');
  const focus = useInitialFocus<HTMLInputElement>();
  const [code, setCode] = useState('');
  const [pin, setPin] = useState('');
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (code.trim() === '' || looking) return;
    if (!(await workstation.run('certificate.look', { code, pin }))) focus.ref.current?.select();
  };
  return (
    <form className="dialog-form dialog-form--fields" onSubmit={submit}>
      <p className="dialog-form__help">{t('certificate.help')}</p>
      <OfflineNote why="certificate" />
      <TextField
        {...focus}
        id={CERTIFICATE_FIELD_ID}
        label={t('certificate.code')}
        kind="text"
        maxLength={LONGEST_CODE}
        value={code}
        onChange={setCode}
      />
      <TextField
        label={t('certificate.pin')}
        kind="text"
        maxLength={LONGEST_PIN}
        secret
        value={pin}
        onChange={setPin}
      />
      <DialogMessage message={message} />
      <DialogButtons
        confirm={t('certificate.look')}
        waiting={looking}
        disabled={code.trim() === ''}
        onCancel={() => dismiss(workstation)}
      />
    </form>
  );
}
