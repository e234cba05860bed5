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
  /** Where the keyboard starts when there is nothing to type: on the way out, if what is confirmed cannot be undone. */
  readonly focused?: 'confirm' | 'cancel' | undefined;
  readonly confirmId?: string;
};

/** The last row of a dialog: away with it, or do it. */
export function DialogButtons(props: DialogButtonsProps) {
  const { confirm, cancel, onCancel, waiting = false, disabled = false, focused, confirmId } = props;
  const { t } = useTranslation();
  const onConfirm = useInitialFocus<HTMLButtonElement>(focused === 'confirm');
  const onWayOut = useInitialFocus<HTMLButtonElement>(focused === 'cancel');
  return (
    <div className="dialog-form__buttons">
      <PushButton {...onWayOut} label={cancel ?? t('action.cancel')} keyId="dismiss" onPress={onCancel} />
      <PushButton
        {...onConfirm}
        id={confirmId}
        label={confirm}
        // Enter presses the button that has the keyboard.
        keyId={focused === 'cancel' ? undefined : 'confirm'}
        tone="primary"
        waiting={waiting}
        disabled={disabled}
      />
    </div>
  );
}
