const UNSAID_MS = 5_000;
const LONGEST_MS = 10 * 60_000;

/**
 * How long a 429 or a 5xx asks to wait, ms: at most ten minutes, five seconds when it does not say. A date is counted from the
 * answer's own `Date`, so that a till whose clock is wrong waits right (RFC 9110, 10.2.3).
 */
export function retryAfterMs(retryAfter: unknown, answeredAt: unknown): number {
  if (typeof retryAfter !== 'string') return UNSAID_MS;
  if (/^\d+$/.test(retryAfter.trim())) return bounded(Number(retryAfter) * 1000);
  if (typeof answeredAt !== 'string' || !retryAfter.endsWith(' GMT')) return UNSAID_MS;
  const wait = Date.parse(retryAfter) - Date.parse(answeredAt);
  return Number.isNaN(wait) ? UNSAID_MS : bounded(wait);
}

function bounded(ms: number): number {
  return Math.min(Math.max(ms, 0), LONGEST_MS);
}
