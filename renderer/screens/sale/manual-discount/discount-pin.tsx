import { useTranslation } from 'react-i18next';
import { useInitialFocus } from '../../../components/focus.ts';
import { PushButton } from '../../../components/push-button.tsx';
import { useScreen, useView, useWorkstation } from '../../../context.tsx';
import { PinField } from '../pin-field.tsx';
import { SmsAgain } from '../sms-again.tsx';

type DiscountPinProps = { readonly pin: string; readonly change: (pin: string) => void };

/** The customer's PIN, once the service wants one for the sum that was applied. */
export function DiscountPin(props: DiscountPinProps) {
  const needed = useView((view) => view.sale.pin.needed);
  return needed ? <Needed {...props} /> : null;
}

function Needed({ pin, change }: DiscountPinProps) {
  const { t } = useTranslation();
  const { run } = useWorkstation();
  const asked = useView((view) => view.sale.pin.asked);
  const asking = useScreen(({ running }) => running.includes('pin.ask'));
  const sms = useView((view) => view.sms.pin);
  const focus = useInitialFocus<HTMLButtonElement>(!asked);
  return (
    <div className="manual-discount__pin" data-asked={asked}>
      {asked ? (
        <SmsAgain
          label={t('registration.repeat')}
          sms={sms}
          waiting={asking}
          onPress={() => void run('pin.ask', undefined)}
        />
      ) : (
        <PushButton
          {...focus}
          label={t('registration.request')}
          waiting={asking}
          onPress={() => void run('pin.ask', undefined)}
        />
      )}
      {asked ? <Pin pin={pin} change={change} /> : <p className="dialog-form__help">{t('pin.needed')}</p>}
    </div>
  );
}

function Pin({ pin, change }: DiscountPinProps) {
  const focus = useInitialFocus<HTMLInputElement>();
  return <PinField {...focus} sent value={pin} onChange={change} />;
}
