/** Measurements of one thing. */
export type Series<Sample> = {
  /** Takes one measurement; rounds count from 0. Of a warm-up the figures are not kept. */
  take(round: number, isWarmUp: boolean): Promise<void>;
  readonly samples: readonly Sample[];
};

export function series<Sample>(measure: (round: number) => Promise<Sample>): Series<Sample> {
  const samples: Sample[] = [];
  return {
    async take(round, isWarmUp) {
      const sample = await measure(round);
      if (!isWarmUp) samples.push(sample);
    },
    samples,
  };
}

/**
 * Measures each series `rounds` times, one after the other in turn, so that a machine that is slower for a while is slower for all. The
 * `warmUps` rounds before that are not kept.
 */
export async function inTurn(all: readonly Series<unknown>[], rounds: number, warmUps: number): Promise<void> {
  for (let round = 0; round < warmUps + rounds; round++) {
    for (const one of all) await one.take(round, round < warmUps);
  }
}
