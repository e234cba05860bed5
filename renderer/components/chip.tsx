import './chip.css';
import type { ReactNode } from 'react';
import { Cross } from './cross.tsx';

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
      <Cross label={remove} onPress={onRemove} />
    </li>
  );
}
