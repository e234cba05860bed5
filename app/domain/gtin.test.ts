import { expect, test } from 'vitest';
import { isGtin } from './gtin.ts';

test.each(['4600494000218', '96385074', '036000291452', '10614141000415'])('%s has the right check digit', (code) =>
  expect(isGtin(code)).toBe(true),
);

test.each(['4600494000219', '', '460049400021', '46004940002181', '4600494O00218', '12345'])('%s has not', (code) =>
  expect(isGtin(code)).toBe(false),
);
