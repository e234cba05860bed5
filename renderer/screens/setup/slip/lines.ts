/** As many as a slip takes (app/settings/slip.ts says the same). */
const MOST_LINES = 6;

/** The lines and, while there is room, a blank one to type the next into. */
export function placesIn(lines: readonly string[]): readonly string[] {
  const isRoom = lines.length < MOST_LINES && lines.at(-1) !== '';
  return isRoom ? [...lines, ''] : lines;
}

/** The lines with one of them changed; blank ones at the end are places to type into and no lines. */
export function withLine(lines: readonly string[], at: number, text: string): string[] {
  const changed = placesIn(lines).map((line, place) => (place === at ? text : line));
  return changed.slice(0, changed.findLastIndex((line) => line !== '') + 1);
}
