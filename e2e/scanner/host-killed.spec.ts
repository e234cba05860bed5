import { expect, type Till, test } from '../support/till.ts';

const WATER = '4600494000218';
const PRICE = 49.9;

/** Kills the process that reads the scanners, as a fault in a driver would. */
async function killDeviceHost({ app }: Till): Promise<void> {
  const pid = await app.evaluate(
    ({ app: program }) => program.getAppMetrics().find(({ name }) => name === 'device host')?.pid,
  );
  if (pid === undefined) throw new Error('there is no device host');
  process.kill(pid, 'SIGKILL');
}

function sumOf(pieces: number): string {
  return (pieces * PRICE).toLocaleString('ru', { minimumFractionDigits: 2 });
}

test('what is scanned while the process for scanners is dead is taken up when it is back, once', {
  tag: '@scanner',
}, async ({ till }) => {
  let scanned = 0;
  for (let death = 0; death < 3; death++) {
    await killDeviceHost(till);
    for (let scan = 0; scan < 10; scan++) await till.scan(WATER);
    scanned += 10;
    await expect(till.screen.lines).toContainText(sumOf(scanned));
    await expect(till.page.getByText('Сканер в порядке')).toBeAttached();
  }
});

test('the sale goes on while the process for scanners is dead', { tag: '@scanner' }, async ({ till }) => {
  const { page, screen } = till;
  await till.scan(WATER);
  await expect(screen.lines).toContainText(sumOf(1));
  await killDeviceHost(till);
  await page.keyboard.type('1290,50');
  await page.keyboard.press('Enter');
  await expect(screen.lines).toContainText('1 290,50');
  await expect(page.getByText('Сканер в порядке')).toBeAttached();
});
