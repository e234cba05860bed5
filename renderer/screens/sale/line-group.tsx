import { memo } from 'react';
import type { LineView } from '../../../app/contract/view.ts';
import { LineRow } from './line-row.tsx';

/** Rows that the browser lays out, or passes over, together. */
const ROWS = 50;

type Group = {
  readonly lines: readonly LineView[];
  /** Place of the first line on the receipt, from 1. */
  readonly first: number;
};

type LineGroupProps = Group & {
  readonly selected: number | undefined;
  readonly select: (index: number) => void;
};

export function groupsOf(lines: readonly LineView[]): readonly Group[] {
  return Array.from({ length: Math.ceil(lines.length / ROWS) }, (_, place) => ({
    lines: lines.slice(place * ROWS, (place + 1) * ROWS),
    first: place * ROWS + 1,
  }));
}

/** Some lines of the receipt. With its lines unchanged it is not drawn again, however many groups there are. */
export const LineGroup = memo(function LineGroup({ lines, first, selected, select }: LineGroupProps) {
  return (
    <tbody>
      {lines.map((line, place) => (
        <LineRow
          key={line.index}
          line={line}
          number={first + place}
          selected={line.index === selected}
          select={select}
        />
      ))}
    </tbody>
  );
}, unchanged);

function unchanged(before: LineGroupProps, now: LineGroupProps): boolean {
  return (
    before.selected === now.selected &&
    before.lines.length === now.lines.length &&
    before.lines.every((line, place) => line === now.lines[place])
  );
}
