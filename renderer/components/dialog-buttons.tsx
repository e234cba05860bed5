import { useTranslation } from 'react-i18next';
import { useInitialFocus } from './focus.ts';
import { PushButton } from './push-button.tsx';

type DialogButtonsProps = {
  readonly confirm: string;
  readonly onCancel: () => void;
  readonly waiting?: boolean;
  readonly disabled?: boolean;
  /** The keyboard starts here: there is nothing to type. */
  readonly focused?: boolean;
};

/** The last row of a dialog: away with it, or do it. */
export function DialogButtons(props: DialogButtonsProps) {
  const { confirm, onCancel, waiting = false, disabled = false, focused = false } = props;
  const { t } = useTranslation();
  const focus = useInitialFocus<HTMLButtonElement>(focused);
  return (
    <div className="dialog-form__buttons">
      <PushButton label={t('action.cancel')} keyId="dismiss" onPress={onCancel} />
      <PushButton {...focus} label={confirm} keyId="confirm" tone="primary" waiting={waiting} disabled={disabled} />
    </div>
  );
}
