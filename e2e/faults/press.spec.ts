import { test } from '@playwright/test';
import { meanwhileOf, PRESSES, pressed, stormyTill, waysOf } from '../support/presses.ts';
import { openStorm } from '../support/storm.ts';
import { expect } from '../support/till.ts';
import { ROUNDS } from './rounds.ts';

/** Each button is brought up anew for each press, and what it is for happens: 20 of each where the suite is run as long as usually. */
const TIMES = Math.ceil(ROUNDS / 10);

for (const press of PRESSES) {
  test(`no press is lost in a storm of snapshots: ${press.name}, ${TIMES} times`, async () => {
    test.setTimeout(60_000 + TIMES * 5_000);
    const till = await stormyTill();
    const storm = await openStorm(till);
    const ways = waysOf(press);
    const lost: string[] = [];
    for (let time = 0; time < TIMES; time++) {
      const way = ways[time % ways.length] ?? 'mouse';
      const meanwhile = meanwhileOf(press, Math.floor(time / ways.length));
      const shown = await pressed(till, storm, { press, way, meanwhile });
      if (shown === null) continue;
      lost.push(`${time}: ${way}, ${meanwhile}`);
      process.stdout.write(`${lost.at(-1)}\n${shown}\n`);
    }
    expect(lost).toEqual([]);
    await till.close();
  });
}
