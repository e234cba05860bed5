/** The bank counts days in Yakutsk, all the year nine hours ahead of UTC. */
const AHEAD = '+09:00';
const AHEAD_MS = 9 * 3_600_000;

export const DAY_MS = 24 * 3_600_000;

/** YYYY-MM of a moment, epoch ms. */
export function monthOf(at: number): string {
  return new Date(at + AHEAD_MS).toISOString().slice(0, 7);
}

/** When a day, YYYY-MM-DD, begins: epoch ms. */
export function startOf(day: string): number {
  return Date.parse(`${day}T00:00:00${AHEAD}`);
}
