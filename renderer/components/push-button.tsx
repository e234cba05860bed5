import './push-button.css';
import { Loader, UnstyledButton } from '@mantine/core';
import type { Ref } from 'react';
import type { KeyId } from '../keys/keymap.ts';
import { Keys, keyHints } from './keys.tsx';

type PushButtonProps = {
  readonly label: string;
  readonly id?: string | undefined;
  /** What a screen reader says in place of a label that is only a sign. */
  readonly description?: string;
  /** The key that does the same; shown as a hint. */
  readonly keyId?: KeyId | undefined;
  /** Enter does the same now. */
  readonly onEnter?: boolean;
  /** Left out, the button submits its form. */
  readonly onPress?: () => void;
  readonly tone?: 'plain' | 'primary' | 'danger';
  /** `row`: label left, key right; `stack`: key below; `middle`: both in the middle. */
  readonly layout?: 'row' | 'stack' | 'middle';
  readonly waiting?: boolean;
  readonly disabled?: boolean;
  readonly ref?: Ref<HTMLButtonElement>;
  readonly 'data-autofocus'?: true;
};

/** The one button of the workstation. */
export function PushButton(props: PushButtonProps) {
  const { label, keyId, onPress, tone = 'plain', layout = 'middle', waiting = false, disabled = false } = props;
  return (
    <UnstyledButton
      ref={props.ref}
      id={props.id}
      type={onPress ? 'button' : 'submit'}
      className="push-button"
      data-tone={tone}
      data-layout={layout}
      data-autofocus={props['data-autofocus']}
      disabled={disabled}
      aria-label={props.description}
      aria-busy={waiting}
      {...(keyId && keyHints(keyId))}
      onClick={onPress}
    >
      <span className="push-button__label">{label}</span>
      {waiting ? (
        <Loader size="1rem" color="currentColor" aria-hidden />
      ) : (
        keyId && <KeyHints id={keyId} onEnter={props.onEnter} />
      )}
    </UnstyledButton>
  );
}

/** The key of a button, and Enter where that does it too. */
function KeyHints({ id, onEnter }: { readonly id: KeyId; readonly onEnter: boolean | undefined }) {
  if (!onEnter) return <Keys id={id} />;
  return (
    <span className="push-button__keys">
      <Keys id={id} />
      <Keys id="confirm" />
    </span>
  );
}
