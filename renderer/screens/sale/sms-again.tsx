import './sms-again.css';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { View } from '../../../app/contract/view.ts';
import { PushButton } from '../../components/push-button.tsx';

type SentSms = NonNullable<View['sms']['pin']>;

/** The button that has another PIN sent; found by the form that has to lead there. */
export const SMS_AGAIN_ID = 'sms-again';

type SmsAgainProps = {
  /** What the button is called once another may be sent. */
  readonly label: string;
  /** The last one; `null` when none is known of. */
  readonly sms: SentSms | null;
  readonly waiting: boolean;
  readonly disabled?: boolean;
  readonly onPress: () => void;
};

/** Has another SMS sent, once the last one had its time to come; says so when it was. */
export function SmsAgain({ label, sms, waiting, disabled = false, onPress }: SmsAgainProps) {
  const { t } = useTranslation();
  const seconds = useSecondsUntil(sms?.againAt ?? 0);
  return (
    <div className="sms-again">
      <PushButton
        id={SMS_AGAIN_ID}
        label={seconds > 0 ? t('pin.againIn', { seconds }) : label}
        waiting={waiting}
        disabled={disabled || seconds > 0}
        onPress={onPress}
      />
      <span role="status">{sms && sms.times > 1 && t('pin.sentAgain')}</span>
    </div>
  );
}

/** No pause is longer; a clock that was set back makes none of an hour. */
const LONGEST_PAUSE_S = 600;

/** Whole seconds until then, epoch ms; 0 once it is past. */
function useSecondsUntil(at: number): number {
  const [seconds, setSeconds] = useState(() => secondsUntil(at));
  useEffect(() => {
    const tick = () => {
      const left = secondsUntil(at);
      setSeconds(left);
      if (left === 0) clearInterval(timer);
    };
    const timer = setInterval(tick, 500);
    tick();
    return () => clearInterval(timer);
  }, [at]);
  return seconds;
}

function secondsUntil(at: number): number {
  const left = Math.ceil((at - Date.now()) / 1000);
  return left > LONGEST_PAUSE_S ? 0 : Math.max(0, left);
}
