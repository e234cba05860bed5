import './chip.css';
import { CloseButton } from '@mantine/core';
import type { ReactNode } from 'react';

type ChipProps = {
  readonly children: ReactNode;
  readonly tone?: 'plain' | 'good' | 'warning';
  /** What a screen reader says of the cross. */
  readonly remove: string;
  readonly onRemove: () => void;
};

/** Something that was put on the receipt and can be taken off again; stands in a list. */
export function Chip({ children, tone = 'plain', remove, onRemove }: ChipProps) {
  return (
    <li className="chip" data-tone={tone}>
      <span className="chip__text">{children}</span>
      <CloseButton size="sm" radius="xl" c="inherit" title={remove} aria-label={remove} onClick={onRemove} />
    </li>
  );
}
