import { useTranslation } from 'react-i18next';
import { useScreen, useView, useWorkstation } from '../../../context.tsx';
import { PinField } from '../pin-field.tsx';
import { SmsAgain } from '../sms-again.tsx';
import { PIN_ID } from './ids.ts';

type PinRowProps = {
  readonly pin: string;
  readonly change: (pin: string) => void;
  /** The form was to be sent without it. */
  readonly missing: boolean;
};

/** The PIN of the SMS, and another one when it did not come. */
export function PinRow({ pin, change, missing }: PinRowProps) {
  const { t } = useTranslation();
  const { run } = useWorkstation();
  const ending = useView((view) => view.registration?.phoneEnding ?? null);
  const sms = useView((view) => view.sms.registration);
  const repeating = useScreen(({ running }) => running.includes('registration.repeat'));
  return (
    <div className="registration-dialog__pin" data-asked={ending !== null}>
      <PinField
        id={PIN_ID}
        sent={ending !== null}
        value={pin}
        onChange={change}
        error={missing ? t('registration.pinMissing') : null}
      />
      <SmsAgain
        label={t('registration.repeat')}
        sms={sms}
        waiting={repeating}
        disabled={ending === null}
        onPress={() => void run('registration.repeat', undefined)}
      />
      <p className="dialog-form__help" role="status">
        {ending === null ? t('registration.notSent') : t('registration.sent', { ending })}
      </p>
    </div>
  );
}
