import { test } from '@playwright/test';
import { PRESSES, stormyTill, waysOf } from '../support/presses.ts';
import { openStorm } from '../support/storm.ts';
import { expect } from '../support/till.ts';
import { volley } from '../support/volley.ts';
import { ROUNDS } from './rounds.ts';

/** 1,000 of each button where the suite is run as long as it usually is. */
const TIMES = ROUNDS * 5;

for (const press of PRESSES.filter(({ sends }) => sends)) {
  test(`each press arrives once in a storm of snapshots: ${press.name}, ${TIMES} times`, async () => {
    test.setTimeout(60_000 + TIMES * 2_000);
    const till = await stormyTill();
    const storm = await openStorm(till);
    expect(await volley(till, storm, press, waysOf(press), TIMES)).toEqual([]);
    await till.close();
  });
}
