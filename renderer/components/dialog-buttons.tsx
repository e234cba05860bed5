import { useTranslation } from 'react-i18next';
import { useInitialFocus } from './focus.ts';
import { PushButton } from './push-button.tsx';

type DialogButtonsProps = {
  readonly confirm: string;
  /** What the way out is called; without it «Cancel». */
  readonly cancel?: string;
  readonly onCancel: () => void;
  readonly waiting?: boolean;
  readonly disabled?: boolean;
  /** The keyboard starts here: there is nothing to type. */
  readonly focused?: boolean;
  readonly confirmId?: string;
};

/** The last row of a dialog: away with it, or do it. */
export function DialogButtons(props: DialogButtonsProps) {
  const { confirm, cancel, onCancel, waiting = false, disabled = false, focused = false, confirmId } = props;
  const { t } = useTranslation();
  const focus = useInitialFocus<HTMLButtonElement>(focused);
  return (
    <div className="dialog-form__buttons">
      <PushButton label={cancel ?? t('action.cancel')} keyId="dismiss" onPress={onCancel} />
      <PushButton
        {...focus}
        id={confirmId}
        label={confirm}
        keyId="confirm"
        tone="primary"
        waiting={waiting}
        disabled={disabled}
      />
    </div>
  );
}
