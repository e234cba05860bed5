import { readlink } from 'node:fs/promises';
import { startPty } from '../support/devices/pty.ts';
import { expect, test } from '../support/till.ts';

const WATER = '4600494000218';

test('half a scan and its scanner pulled out: told at once, and after its return codes are whole', {
  tag: '@scanner',
}, async ({ till }) => {
  const { page, scanner, screen } = till;
  const before = await readlink(scanner.portPath);
  await scanner.type(WATER.slice(0, 6));
  await scanner.unplug();
  await expect(page.getByText('Сканер: отключён')).toBeVisible();
  await expect(page.getByText('Сканер отключён.')).toBeVisible();
  // While it is away another device takes its place, so that it comes back as another one.
  const other = await startPty();
  await scanner.replug();
  expect(await readlink(scanner.portPath)).not.toBe(before);
  await expect(page.getByText('Сканер: отключён')).toBeHidden();
  await till.scan(WATER);
  await expect(screen.lines).toContainText('49,90');
  await other.close();
});

test('a scanner that is plugged in after the start is taken up by itself', { tag: '@scanner' }, async ({ till }) => {
  await till.scanner.unplug();
  await till.powerCut();
  const notFound = till.page.getByText('Сканер: не найден');
  await expect(notFound).toBeVisible();
  await till.scanner.replug();
  await expect(notFound).toBeHidden();
  await till.scan(WATER);
  await expect(till.screen.lines).toContainText('49,90');
});
