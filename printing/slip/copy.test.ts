import { expect, test } from 'vitest';
import { layOut } from '../layout.ts';
import { copyOf } from './copy.ts';

test('a copy says so above and below the slip', () => {
  const copy = copyOf({ blocks: [{ kind: 'text', text: 'slip' }] }, 'ru');
  expect(layOut(copy, 32).map(({ text }) => text.trim())).toEqual(['*** КОПИЯ ***', 'slip', '*** КОПИЯ ***']);
});
