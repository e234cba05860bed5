import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LONGEST } from '../../../../app/contract/limits.ts';
import { problem } from '../../../../app/domain/problem.ts';
import { Choice } from '../../../components/choice.tsx';
import { DialogButtons } from '../../../components/dialog-buttons.tsx';
import { focusOn } from '../../../components/focus.ts';
import { TextField } from '../../../components/text-field.tsx';
import { useScreen, useView, useWorkstation } from '../../../context.tsx';
import { dismiss } from '../../../frame/in-front.ts';
import { readRegistration } from '../../../registration-draft.ts';
import { parseDay } from '../../../typed-day.ts';
import type { Workstation } from '../../../workstation.ts';
import { SMS_AGAIN_ID } from '../sms-again.tsx';
import type { RegistrationFormProps } from './form-props.ts';
import { BIRTHDAY_ID, FAMILY_NAME_ID, PIN_ID } from './ids.ts';
import { PinRow } from './pin-row.tsx';

const LONGEST_DAY = 10;

/** What the new customer tells, and the PIN that came to their phone. Whatever is refused, what was typed stays. */
export function QuestionnaireForm({ draft, change }: RegistrationFormProps) {
  const { t } = useTranslation();
  const workstation = useWorkstation();
  const asked = useView((view) => view.registration !== null);
  const confirming = useScreen(({ running }) => running.includes('registration.confirm'));
  const [tried, setTried] = useState(false);
  const read = readRegistration(draft);

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (confirming) return;
    // What was wrong before is not what is wrong now.
    workstation.screen.setState({ failure: null });
    if (!asked) return workstation.refuse(problem('registration-not-asked'));
    if (!read.ok) return focusOn(read.error === 'pin' ? PIN_ID : BIRTHDAY_ID);
    if (!(await workstation.run('registration.confirm', read.value))) focusOn(fieldFor(workstation));
  };
  const name = (part: 'familyName' | 'firstName' | 'patronymic') => ({
    label: t(`registration.${part}`),
    kind: 'text' as const,
    maxLength: LONGEST.nameOfPerson,
    value: draft[part],
    onChange: (value: string) => change({ [part]: value }),
  });

  return (
    <form className="dialog-form dialog-form--fields" onSubmit={submit}>
      <div className="registration-dialog__names">
        <TextField {...name('familyName')} id={FAMILY_NAME_ID} />
        <TextField {...name('firstName')} />
        <TextField {...name('patronymic')} />
      </div>
      <div className="registration-dialog__person">
        <TextField
          id={BIRTHDAY_ID}
          label={t('registration.birthday')}
          kind="day"
          maxLength={LONGEST_DAY}
          placeholder={t('registration.dayForm')}
          value={draft.birthday}
          onChange={(birthday) => change({ birthday })}
          error={wrongBirthday(draft.birthday, tried) ? t('registration.dayWrong') : null}
        />
        <Choice
          label={t('registration.gender')}
          options={(['male', 'female', 'unsaid'] as const).map((value) => ({
            value,
            label: t(`registration.${value}`),
          }))}
          value={draft.gender}
          onChange={(gender) => change({ gender })}
        />
      </div>
      <PinRow pin={draft.pin} change={(pin) => change({ pin })} missing={tried && asked && draft.pin === ''} />
      <DialogButtons confirm={t('registration.confirm')} waiting={confirming} onCancel={() => dismiss(workstation)} />
    </form>
  );
}

/** Where what the desk refused is mended. */
function fieldFor({ screen }: Workstation): string {
  switch (screen.getState().failure?.code) {
    case 'birthday-out-of-range':
      return BIRTHDAY_ID;
    case 'pin-expired':
      return SMS_AGAIN_ID;
    default:
      return PIN_ID;
  }
}

/** Told as soon as a whole date stands there, or when the form was to be sent. */
function wrongBirthday(text: string, tried: boolean): boolean {
  const whole = text.trim().length === LONGEST_DAY || tried;
  return text.trim() !== '' && whole && parseDay(text) === null;
}
