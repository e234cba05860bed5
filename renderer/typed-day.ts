const TYPED_DAY = /^(\d{1,2})[./\s-](\d{1,2})[./\s-](\d{4})$|^(\d{2})(\d{2})(\d{4})$/;

/** A day as a person types it — "01.02.2000", "1.2.2000", "01022000" — as YYYY-MM-DD; `null` when there is no such day. */
export function parseDay(text: string): string | null {
  const [, ...groups] = TYPED_DAY.exec(text.trim()) ?? [];
  const [day, month, year] = groups.filter((group) => group !== undefined).map(Number);
  if (!day || !month || !year || year < 1000) return null;
  const date = new Date(Date.UTC(year, month - 1, day));
  // The calendar turns the 31st of a short month into another day.
  return date.getUTCDate() === day && date.getUTCMonth() === month - 1 ? date.toISOString().slice(0, 10) : null;
}
