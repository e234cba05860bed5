import './pin-field.css';
import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { TextField } from '../../components/text-field.tsx';
import { useView } from '../../context.tsx';
import { LONGEST_PIN } from '../../pin.ts';

type PinFieldProps = {
  readonly value: string;
  readonly onChange: (pin: string) => void;
  readonly id?: string;
  readonly error?: string | null;
  /** One was sent to this person: a trainee is shown it. */
  readonly sent: boolean;
  readonly ref?: Ref<HTMLInputElement>;
  readonly 'data-autofocus'?: true;
};

/** The PIN that a customer reads out of an SMS; a trainee gets no SMS and reads it here. */
export function PinField({ sent, ...props }: PinFieldProps) {
  const { t } = useTranslation();
  const trainingPin = useView((view) => view.training?.pin ?? null);
  return (
    <div className="pin-field">
      <TextField {...props} label={t('pin.field')} kind="numeric" maxLength={LONGEST_PIN} secret />
      {sent && trainingPin !== null && <p className="pin-field__training">{t('training.sms', { pin: trainingPin })}</p>}
    </div>
  );
}
