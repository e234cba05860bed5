import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { looksLikePhone } from '../../../../app/domain/phone.ts';
import { focusOn, useInitialFocus } from '../../../components/focus.ts';
import { PushButton } from '../../../components/push-button.tsx';
import { TextField } from '../../../components/text-field.tsx';
import { useScreen, useView, useWorkstation } from '../../../context.tsx';
import { closeDialog } from '../../../frame/in-front.ts';
import type { RegistrationFormProps } from './form-props.ts';
import { FAMILY_NAME_ID } from './ids.ts';

const LONGEST_PHONE = 24;

/** Has a PIN sent to the new customer's phone. While the SMS is on its way, the questionnaire can be filled in. */
export function PhoneForm({ draft, change }: RegistrationFormProps) {
  const { t } = useTranslation();
  const workstation = useWorkstation();
  const sentTo = useView((view) => view.registration?.phoneEnding ?? null);
  const hasPage = useView((view) => view.registrationPage);
  const asking = useScreen(({ running }) => running.includes('registration.request'));
  const focus = useInitialFocus<HTMLInputElement>();
  const [tried, setTried] = useState(false);
  const readable = looksLikePhone(draft.phone);
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    // What was wrong before is not what is wrong now.
    workstation.screen.setState({ failure: null });
    if (!readable || asking) return focus.ref.current?.select();
    if (!(await workstation.run('registration.request', { phone: draft.phone }))) return focus.ref.current?.select();
    const { view } = workstation.screen.getState();
    if (view?.registration) focusOn(FAMILY_NAME_ID);
    // Nobody to register: the desk knew the phone and put the customer on the receipt.
    else if (view?.sale.customer) closeDialog(workstation, 'registration');
  };
  return (
    <form className="registration-dialog__phone" onSubmit={submit}>
      <TextField
        {...focus}
        label={t('registration.phone')}
        kind="phone"
        maxLength={LONGEST_PHONE}
        placeholder={t('registration.phoneForm')}
        value={draft.phone}
        onChange={(phone) => change({ phone })}
        error={tried && !readable ? t('registration.phoneWrong') : null}
      />
      <PushButton label={t('registration.request')} tone={sentTo === null ? 'primary' : 'plain'} waiting={asking} />
      {hasPage && (
        <PushButton
          label={t('registration.openPage')}
          onPress={() => void workstation.run('registration.openPage', undefined)}
        />
      )}
    </form>
  );
}
