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

test.each(['0', '0,0000', '-1', '999999', '1,2345'])(
  'a number that is no quantity is refused in words, and stays in the field: «%s»',
  async (typed) => {
    const { workstation, asked } = await testWorkstation(testView({ sale: { lines: [testLine(1)] } }));
    workstation.screen.setState({ typed });
    lineActions(workstation).quantity?.();
    expect(workstation.screen.getState()).toMatchObject({
      typed,
      dialog: null,
      failure: { code: 'quantity-out-of-range', params: { largest: 100_000 } },
    });
    expect(asked).toEqual([]);
  },
);

test('a number may be a quantity, and else what is typed is let alone', async () => {
  expect(await actionsHaving('6')).toEqual(['quantity']);
  expect(await actionsHaving('0,35')).toEqual(['quantity']);
  expect(await actionsHaving('мол')).toEqual([]);
});
