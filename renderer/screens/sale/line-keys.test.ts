import { expect, test } from 'vitest';
import { testLine, testView, testWorkstation } from '../../fixture.ts';
import { lineActions } from './line-keys.ts';

async function actionsHaving(typed: string): Promise<string[]> {
  const { workstation } = await testWorkstation(testView({ sale: { lines: [testLine(1)] } }));
  workstation.screen.setState({ typed });
  return Object.keys(lineActions(workstation)).toSorted();
}

test.each(['', ' ', '   ', '\u00a0'])(
  'with nothing that is seen in the field all keys act on the lines: «%s»',
  async (typed) => {
    expect(await actionsHaving(typed)).toEqual(['lineDown', 'lineUp', 'quantity', 'removeLine']);
  },
);

test('a number may be a quantity, and else what is typed is let alone', async () => {
  expect(await actionsHaving('6')).toEqual(['quantity']);
  expect(await actionsHaving('0,35')).toEqual(['quantity']);
  expect(await actionsHaving('мол')).toEqual([]);
});
