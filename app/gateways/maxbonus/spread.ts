import { type Kopecks, least, minus, plus, spread, ZERO } from '../../domain/money.ts';

/**
 * What a total comes to on each line, to the kopeck: what the service `said` of the lines as far as there is `room` on them,
 * and what it did not say, be it a rounding or all of the total, in proportion to the room left. `null` when the lines say
 * more than the total by over a kopeck each. The total has to fit into the room of all lines.
 */
export function spreadOver(
  total: Kopecks,
  said: readonly Kopecks[],
  room: readonly Kopecks[],
): readonly Kopecks[] | null {
  const claimed = said.reduce((sum: number, part) => sum + part, 0);
  if (claimed - total > said.length) return null;
  const fitting = said.map((part, at) => least(part, room[at] ?? ZERO));
  const unsaid = minus(total, plus(...fitting));
  if (unsaid <= 0) return spread(total, fitting);
  const left = room.map((most, at) => minus(most, fitting[at] ?? ZERO));
  const added = spread(unsaid, left);
  return fitting.map((part, at) => plus(part, added[at] ?? ZERO));
}
