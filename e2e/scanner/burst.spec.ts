import { expect, test } from '../support/till.ts';

const WATER = '4600494000218';

test('a burst of 1,000 scans is taken whole, each once', { tag: '@scanner' }, async ({ till }) => {
  await till.scan(...Array.from({ length: 1000 }, () => WATER));
  await expect(till.screen.totals).toContainText('49 900,00', { timeout: 40_000 });
});

test('a code that trickles in byte by byte is one code', { tag: '@scanner' }, async ({ till }) => {
  for (const byte of Buffer.from(`${WATER}\r`)) await till.scanner.type(Uint8Array.of(byte));
  await expect(till.screen.lines).toContainText('49,90');
});
