/** A failure that a person can mend: its message says how, and is shown without a stack. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}

/** Time since `started` (a `performance.now()`) as people read it: `1.4 s`. */
export function since(started: number): string {
  return `${((performance.now() - started) / 1000).toFixed(1)} s`;
}

/** Does one piece of work under its title: the title when it starts, the time when it is over. */
export async function step<T>(title: string, work: () => Promise<T>): Promise<T> {
  const started = performance.now();
  process.stdout.write(`${title} … `);
  try {
    const value = await work();
    process.stdout.write(`${since(started)}\n`);
    return value;
  } catch (error) {
    process.stdout.write('failed\n');
    throw error;
  }
}
