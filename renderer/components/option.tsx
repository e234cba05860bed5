import './option.css';
import { UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';

type OptionProps = {
  readonly id: string;
  /** The arrow keys are on it. */
  readonly active: boolean;
  /** Still to be seen, but no longer of use. */
  readonly faded?: boolean;
  readonly onPress: () => void;
  readonly children: ReactNode;
};

/** One row of a list that is chosen from; what has the keyboard is the list or the field above it. */
export function Option({ id, active, faded = false, onPress, children }: OptionProps) {
  return (
    <UnstyledButton
      id={id}
      role="option"
      tabIndex={-1}
      className="option"
      aria-selected={active}
      data-faded={faded}
      onClick={onPress}
    >
      {children}
    </UnstyledButton>
  );
}
