import { type SubmitEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LONGEST } from '../../../../app/contract/limits.ts';
import { Chip } from '../../../components/chip.tsx';
import { DialogButtons } from '../../../components/dialog-buttons.tsx';
import { focusOn, useInitialFocus } from '../../../components/focus.ts';
import { DialogMessage } from '../../../components/message.tsx';
import { TextField } from '../../../components/text-field.tsx';
import { useView, useWorkstation } from '../../../context.tsx';
import { dismiss } from '../../../frame/in-front.ts';
import { useDialogMessage } from '../../../frame/use-dialog-message.ts';
import { OfflineNote } from '../offline/offline-note.tsx';
import { CERTIFICATE_FIELD_ID, CERTIFICATE_PIN_ID } from './ids.ts';

/** @param pin as typed; it is kept with the dialog, so that a scan finds it */
type CertificateLookupProps = { readonly pin: string };

/**
 * Asks for a certificate; a scan does the same without the field, with the PIN as far as it is typed. One that was scanned and
 * wants its PIN stands in place of the field. What was typed stays until a certificate is found.
 */
export function CertificateLookup({ pin }: CertificateLookupProps) {
  const { t } = useTranslation();
  const workstation = useWorkstation();
  const message = useDialogMessage();
  const looking = useView((view) => view.busy === 'looking-up');
  const locked = useView((view) => view.lockedCertificate);
  const focus = useInitialFocus<HTMLInputElement>(locked === null);
  const pinFocus = useInitialFocus<HTMLInputElement>(locked !== null);
  const [code, setCode] = useState('');
  const isLocked = locked !== null;
  const ready = isLocked || code.trim() !== '';

  useEffect(() => {
    if (isLocked) focusOn(CERTIFICATE_PIN_ID);
  }, [isLocked]);

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (!ready || workstation.screen.getState().running.includes('certificate.look')) return;
    if (await workstation.run('certificate.look', { code: isLocked ? null : code, pin })) return;
    const failed = workstation.screen.getState().failure?.code;
    const asksPin = failed === 'certificate-pin-needed' || failed === 'certificate-pin-wrong';
    focusOn(asksPin || isLocked ? CERTIFICATE_PIN_ID : CERTIFICATE_FIELD_ID);
  };
  return (
    <form className="dialog-form dialog-form--fields" onSubmit={submit}>
      {locked ? (
        <>
          <ul>
            <Chip
              remove={t('certificate.another')}
              onRemove={() => void workstation.run('certificate.dismiss', undefined)}
            >
              {t('certificate.item', { ending: locked.ending })}
            </Chip>
          </ul>
          <p className="dialog-form__help" role="status">
            {t(locked.wrong ? 'certificate.pinWrong' : 'certificate.pinNeeded')}
          </p>
        </>
      ) : (
        <>
          <p className="dialog-form__help">{t('certificate.help')}</p>
          <OfflineNote why="certificate" />
          <TextField
            {...focus}
            id={CERTIFICATE_FIELD_ID}
            label={t('certificate.code')}
            kind="text"
            maxLength={LONGEST.code}
            value={code}
            onChange={setCode}
          />
        </>
      )}
      <TextField
        {...pinFocus}
        id={CERTIFICATE_PIN_ID}
        label={t(isLocked ? 'certificate.pinOnly' : 'certificate.pin')}
        kind="text"
        maxLength={LONGEST.certificatePin}
        secret
        value={pin}
        onChange={(typed) => workstation.screen.setState({ dialog: { kind: 'certificate', pin: typed } })}
      />
      <DialogMessage message={message} />
      <DialogButtons
        confirm={t('certificate.look')}
        waiting={looking}
        disabled={!ready}
        onCancel={() => dismiss(workstation)}
      />
    </form>
  );
}
