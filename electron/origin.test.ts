import { expect, test } from 'vitest';
import { isOwnUrl, START_URL } from './origin.ts';

test('only our own scheme and host are ours', () => {
  expect(isOwnUrl(START_URL)).toBe(true);
  for (const url of [
    '',
    'about:blank',
    'app://other/index.html',
    'https://workstation/',
    'file:///workstation',
    'app:',
  ]) {
    expect(isOwnUrl(url), url).toBe(false);
  }
});
