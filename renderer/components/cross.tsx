import './cross.css';
import { CloseButton } from '@mantine/core';
import type { KeyId } from '../keys/keymap.ts';
import { Keys, keyHints } from './keys.tsx';

type CrossProps = {
  /** What a screen reader says of it, and a hint for the mouse. */
  readonly label: string;
  /** The key that does the same; shown beside it. */
  readonly keyId?: KeyId;
  readonly onPress: () => void;
};

/** Takes something away. A small sign, pressed anywhere within what a finger covers. */
export function Cross({ label, keyId, onPress }: CrossProps) {
  return (
    <>
      {keyId && <Keys id={keyId} />}
      <CloseButton
        className="cross"
        c="inherit"
        {...(keyId && keyHints(keyId))}
        title={label}
        aria-label={label}
        onClick={onPress}
      />
    </>
  );
}
