import { decodeEscPos } from '../support/devices/escpos-decoder.ts';
import { type PrinterEmulator, startPrinter } from '../support/devices/printer.ts';
import { expect, openTill, surround, type Till, test } from '../support/till.ts';
import { sell } from './sell.ts';

const IN_DOUBT = 'Слип чека № 1: неизвестно, напечатан ли.';
const WAITS = 'Слип чека № 1 ждёт печати.';

const textOf = (bytes: Uint8Array): string =>
  decodeEscPos(bytes)
    .lines.map(({ text }) => text)
    .join('\n');

test('without paper the slip waits, says so, and prints once there is paper', { tag: '@printing' }, async ({
  till,
}) => {
  const { page, printer } = till;
  printer.set({ linesLeft: 0 });
  await sell(till);
  await expect(page.getByText(`${WAITS} В принтере кончилась бумага. Вставьте бумагу.`)).toBeVisible();
  await expect(page.getByText('Принтер: нет бумаги')).toBeVisible();
  printer.set({ linesLeft: 1_000 });
  expect(await till.nextSlip()).toContain('Чек № 1');
  await expect(page.getByText('Напечатан', { exact: true })).toBeVisible();
  await expect(page.getByText(WAITS)).toBeHidden();
  expect(printer.jobs).toHaveLength(1);
});

test('an open cover is told; closed, the slip prints', { tag: '@printing' }, async ({ till }) => {
  const { page, printer } = till;
  printer.set({ coverOpen: true });
  await sell(till);
  await expect(page.getByText('Открыта крышка принтера.')).toBeVisible();
  printer.set({ coverOpen: false });
  expect(await till.nextSlip()).toContain('Чек № 1');
  expect(printer.jobs).toHaveLength(1);
});

test('when the paper ends in mid-slip the rest comes with the new roll, once', { tag: '@printing' }, async ({
  till,
}) => {
  const { page, printer } = till;
  printer.set({ linesLeft: 5 });
  await sell(till);
  await expect(page.getByText('В принтере кончилась бумага.')).toBeVisible();
  printer.set({ linesLeft: 1_000 });
  expect(await till.nextSlip()).toContain('Чек № 1');
  await expect(page.getByText('Напечатан', { exact: true })).toBeVisible();
  expect(printer.jobs).toHaveLength(1);
});

test('paper that is low is a warning', { tag: '@printing' }, async ({ till }) => {
  till.printer.set({ paperLow: true });
  await sell(till);
  await expect(till.page.getByText('Принтер: мало бумаги')).toBeVisible();
});

test('a slip that broke off is asked about; the cashier has it printed again as a copy', {
  tag: '@printing',
}, async ({ till }) => {
  const { page, printer } = till;
  await printer.setMode('reset');
  await sell(till);
  await expect(page.getByText(IN_DOUBT)).toBeVisible();
  await expect(page.getByText('Очередь 1')).toBeVisible();
  await printer.setMode('normal');
  await page.keyboard.press('Control+F7');
  await expect(page.getByText('Напечатан', { exact: true })).toBeVisible();
  await expect(page.getByText(IN_DOUBT)).toBeHidden();
  const whole = printer.jobs.filter((job) => job.whole).map(({ bytes }) => textOf(bytes));
  expect(whole).toEqual([expect.stringContaining('КОПИЯ')]);
});

test('a power cut in mid-slip: it is asked about, and not printed again by itself', {
  tag: ['@printing', '@journal'],
}, async ({ till }) => {
  const { printer } = till;
  printer.set({ linesLeft: 5 });
  await sell(till);
  await expect(till.page.getByText('В принтере кончилась бумага.')).toBeVisible();
  await till.powerCut();
  printer.set({ linesLeft: 1_000 });
  await expect(till.page.getByText(IN_DOUBT)).toBeVisible();
  // What the printer had taken before.
  expect(await till.nextSlip()).toContain('Чек № 1');
  await till.page.keyboard.press('Control+F6');
  await expect(till.page.getByText(IN_DOUBT)).toBeHidden();
  await expect(till.page.getByText('Очередь 0')).toBeVisible();
  expect(printer.jobs).toHaveLength(1);
});

test('a slip that nobody needs any more is not printed', { tag: '@printing' }, async ({ till }) => {
  const { page, printer } = till;
  await printer.setMode('refuse');
  await sell(till);
  await expect(page.getByText(WAITS)).toBeVisible();
  await page.keyboard.press('Control+F9');
  await expect(page.getByText('Не напечатан: отменён')).toBeVisible();
  await printer.setMode('normal');
  await sell(till);
  expect(await till.nextSlip()).toContain('Чек № 2');
  expect(printer.jobs).toHaveLength(1);
});

/** A till with a second printer, which has a name. */
async function withSecondPrinter(): Promise<{ till: Till; second: PrinterEmulator }> {
  const second = await startPrinter();
  const around = await surround((profile) => ({
    ...profile,
    printers: [...(profile.printers ?? []), { kind: 'tcp', name: 'Склад', host: second.host, port: second.port }],
  }));
  const till = await openTill(around);
  await expect(till.page.getByText('Сканер в порядке')).toBeAttached();
  return { till, second };
}

test('one printer is dead: the slip goes to the other by one key', { tag: '@printing' }, async () => {
  const { till, second } = await withSecondPrinter();
  await till.printer.setMode('refuse');
  await sell(till);
  await expect(till.page.getByRole('button', { name: 'На «Склад»' })).toBeVisible();
  await till.page.keyboard.press('Control+F8');
  expect(textOf((await second.nextJob()).bytes)).toContain('Чек № 1');
  await expect(till.page.getByText('Напечатан', { exact: true })).toBeVisible();
  await till.printer.setMode('normal');
  await sell(till);
  expect(await till.nextSlip()).toContain('Чек № 2');
  expect(second.jobs).toHaveLength(1);
  await till.close();
  await second.close();
});
