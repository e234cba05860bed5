import { meanwhileOf, PRESSES, pressed, stormyTill, waysOf } from '../support/presses.ts';
import { openStorm } from '../support/storm.ts';
import { expect, test } from '../support/till.ts';

test('no press is lost while snapshots storm, slips are printed, and a scan or a key falls between down and up', {
  tag: ['@ui', '@hardening'],
}, async () => {
  test.setTimeout(180_000);
  const till = await stormyTill();
  const storm = await openStorm(till);
  const lost: string[] = [];
  for (const [place, press] of PRESSES.entries()) {
    // One way each, in turn: all of them belong to the faults suite.
    const ways = waysOf(press);
    const way = ways[place % ways.length] ?? 'mouse';
    const meanwhile = meanwhileOf(press, place);
    const shown = await pressed(till, storm, { press, way, meanwhile });
    if (shown !== null) lost.push(`${press.name}: ${way}, ${meanwhile}\n${shown}`);
  }
  expect(lost).toEqual([]);
  await till.close();
});
