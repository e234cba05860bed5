/** This moment, ms since 1970 with fractions: comparable between the threads and processes of one machine. */
export function moment(): number {
  return performance.timeOrigin + performance.now();
}
