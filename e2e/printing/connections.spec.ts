import type { ProfileInput } from '../../app/settings/profile.ts';
import { decodeEscPos } from '../support/devices/escpos-decoder.ts';
import { startSerialPrinter } from '../support/devices/serial-printer.ts';
import { expect, openTill, surround, type Till, test } from '../support/till.ts';
import { sell } from './sell.ts';

async function tillWith(printers: NonNullable<ProfileInput['printers']>): Promise<Till> {
  const till = await openTill(await surround((profile) => ({ ...profile, printers })));
  await expect(till.page.getByText('Сканер в порядке')).toBeAttached();
  return till;
}

test('a printer at a serial port prints, and waits for its cable', { tag: '@printing' }, async () => {
  const printer = await startSerialPrinter();
  const till = await tillWith([{ kind: 'serial', path: printer.portPath, baudRate: 115_200 }]);
  const lines = async (): Promise<string[]> => decodeEscPos(await printer.nextSlip()).lines.map(({ text }) => text);
  await sell(till);
  expect((await lines()).join('\n')).toContain('Чек № 1');
  await expect(till.page.getByText('Напечатан', { exact: true })).toBeVisible();
  await printer.unplug();
  await sell(till);
  await expect(till.page.getByText('Принтер: не найден')).toBeVisible();
  await printer.replug();
  expect((await lines()).join('\n')).toContain('Чек № 2');
  expect(printer.slips).toHaveLength(2);
  await till.close();
  await printer.close();
});

test('a drawer opens at a printer without paper, and one that stays shut is told', { tag: '@printing' }, async () => {
  const around = await surround((profile) => ({
    ...profile,
    printers: profile.printers?.map((printer) => ({ ...printer, drawerPin: 2, drawer: 'cash' })),
  }));
  const till = await openTill(around);
  await expect(till.page.getByText('Сканер в порядке')).toBeAttached();
  till.printer.set({ linesLeft: 0 });
  await till.page.keyboard.press('Control+F10');
  expect([...(await till.printer.nextJob()).bytes]).toEqual([0x10, 0x14, 1, 0, 1]);
  till.printer.set({ linesLeft: 500, cutterJammed: true });
  await sell(till, 'cash');
  await expect(till.page.getByText('Ящик не открылся: в принтере застрял нож.')).toBeVisible();
  await till.close();
});

test('cash opens the drawer at the printer, and so does a key', { tag: '@printing' }, async () => {
  const around = await surround((profile) => ({
    ...profile,
    printers: profile.printers?.map((printer) => ({ ...printer, drawerPin: 2, drawer: 'cash' })),
  }));
  const till = await openTill(around);
  await expect(till.page.getByText('Сканер в порядке')).toBeAttached();
  const commands = async () => decodeEscPos((await till.printer.nextJob()).bytes).commands.map(({ name }) => name);
  await sell(till, 'cash');
  expect(await commands()).toContain('ESC p');
  expect(await commands()).not.toContain('ESC p');
  await till.page.keyboard.press('Control+F10');
  expect(await commands()).toContain('ESC p');
  await till.close();
});
