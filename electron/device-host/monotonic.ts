/** The system's clock that nobody sets, ms: two processes of one machine read the same. */
export function monotonicMs(): number {
  return Number(process.hrtime.bigint() / 1_000_000n);
}
