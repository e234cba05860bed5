/** Measurements of one thing. */
export type Series = {
  /** Takes one measurement, in ms; rounds count from 0. */
  readonly measure: (round: number) => Promise<number>;
  readonly samples: number[];
};

export function series(measure: Series['measure']): Series {
  return { measure, samples: [] };
}

/**
 * Measures each series `rounds` times, one after the other in turn, so that a machine that is slower for a while is slower for all. The
 * `warmUps` rounds before that are not kept.
 */
export async function inTurn(all: readonly Series[], rounds: number, warmUps: number): Promise<void> {
  for (let round = 0; round < warmUps + rounds; round++) {
    for (const { measure, samples } of all) {
      const ms = await measure(round);
      if (round >= warmUps) samples.push(ms);
    }
  }
}
