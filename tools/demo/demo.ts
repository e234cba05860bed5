import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { MaxBonusEmulator } from '../../app/training/maxbonus/server.ts';
import { decodeEscPos } from '../../e2e/support/devices/escpos-decoder.ts';
import { slipPicture } from '../../e2e/support/devices/slip-picture.ts';
import { expect, openTill, ROOT, surround, type Till } from '../../e2e/support/till.ts';

/**
 * `npm run demo`: the real program makes one sale by itself. Bytes of a scanner go into a port, the loyalty service
 * calculates over HTTP, the bytes of the slip arrive at a socket. Ends with code 1 when any of it does not happen.
 */

const CANE_HOLDER = '4607001234562';
const WATER = '4600494000218';
const LOYALTY_CARD = '7700001233377001';
const SLIP_COLUMNS = 48;
const FOLDER = path.join(ROOT, 'out/demo');

const started = performance.now();

async function step<Value>(title: string, work: () => Promise<Value>): Promise<Value> {
  const from = performance.now();
  const value = await work();
  const at = ((performance.now() - started) / 1000).toFixed(2).padStart(6);
  process.stdout.write(`${at} s  ${title} (${Math.round(performance.now() - from)} ms)\n`);
  return value;
}

function latestPin({ control }: MaxBonusEmulator): string {
  return control.sms().at(-1)?.pin ?? '';
}

async function sell(till: Till): Promise<void> {
  const { page, maxbonus } = till;
  const { lines, customer, totals, dialog, redemption, written } = till.screen;
  await step('two goods are scanned: bytes into the serial port', async () => {
    await till.scan(CANE_HOLDER, WATER);
    await expect(lines).toContainText(WATER);
  });
  await step('the loyalty card is scanned: MaxBonus names the customer and calculates', async () => {
    await till.scan(LOYALTY_CARD);
    await expect(customer).toContainText('Дмитрий Сергеевич И.');
    await expect(totals).toContainText('1 210,90');
  });
  await step('300 ₽ of bonuses are chosen and the receipt is calculated again', async () => {
    await redemption.fill('300');
    await page.keyboard.press('Enter');
    await expect(totals).toContainText('910,90');
    await expect(dialog).toBeVisible();
  });
  await step('the PIN is asked, sent by SMS and confirmed', async () => {
    await dialog.getByRole('button', { name: 'Отправить ПИН' }).click();
    await expect.poll(() => latestPin(maxbonus)).not.toBe('');
    await page.getByLabel('ПИН из СМС').fill(latestPin(maxbonus));
    await page.keyboard.press('Enter');
    await expect(dialog).toBeHidden();
  });
  await page.screenshot({ path: path.join(FOLDER, 'sale.png') });
  await step('1000 ₽ are taken in cash and the receipt is written', async () => {
    await page.keyboard.press('Control+Shift+F7');
    await page.getByLabel('Получено наличными').fill('1000');
    await page.keyboard.press('Enter');
    await expect(written).toBeVisible();
  });
}

async function takeSlip(till: Till): Promise<void> {
  const job = await step('the slip arrives at the printer’s socket', () => till.printer.nextJob());
  const slip = decodeEscPos(job.bytes);
  const text = slip.lines
    .map((line) => line.text)
    .join('\n')
    .trimEnd();
  expect(slip.unknown, 'every byte of the slip is a known command or text').toEqual([]);
  expect(text).toMatch(/Клиент : \*\*\*3377[\s\S]*Списано бонусов : 300\.00/);
  expect(till.maxbonus.control.ledger().receipts).toMatchObject([{ redeemed: 30_000, accrued: 13_664 }]);
  await till.page.screenshot({ path: path.join(FOLDER, 'written.png') });
  writeFileSync(path.join(FOLDER, 'slip.bin'), job.bytes);
  writeFileSync(path.join(FOLDER, 'slip.txt'), `${text}\n`);
  writeFileSync(path.join(FOLDER, 'slip.png'), await slipPicture(till.app, slip, SLIP_COLUMNS));
  process.stdout.write(`\n${text}\n\n`);
}

mkdirSync(FOLDER, { recursive: true });
const around = await step('a shop is set up: loyalty service, scanner, printer', () => surround());
const till = await step('the program starts', () => openTill(around));
try {
  await expect(till.page.getByText('Сканер в порядке')).toBeAttached();
  await sell(till);
  await takeSlip(till);
  process.stdout.write(`Pictures, the slip's bytes and text: ${path.relative(process.cwd(), FOLDER)}/\n`);
} catch (error) {
  await till.page.screenshot({ path: path.join(FOLDER, 'failed.png') }).catch(() => {});
  process.stderr.write(`\nThe sale did not come about; the screen as it was: out/demo/failed.png\n${String(error)}\n`);
  process.exitCode = 1;
} finally {
  await till.close();
}
