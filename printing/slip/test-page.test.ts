import { expect, test } from 'vitest';
import { ORDINARY_PRINTER, type PrinterTraits } from '../../app/settings/printer-traits.ts';
import { slipSchema } from '../../app/settings/slip.ts';
import { decodeEscPos } from '../../e2e/support/devices/escpos-decoder.ts';
import { encodeSlip } from '../encoder/encode.ts';
import { layOut } from '../layout.ts';
import { slipComposer } from './composer.ts';

const at = new Date(2026, 10, 21, 9, 5).getTime();
const outlet = { name: 'Магазин', till: 'Касса 1', cashier: '' };
const composer = slipComposer({ outlet, language: 'ru', slip: slipSchema.parse({}) });

/** The page as it comes out of a printer whose Cyrillic is in table `real`. */
async function printed(traits: Partial<PrinterTraits>, real = 17): Promise<string[]> {
  const printer = { ...ORDINARY_PRINTER, ...traits };
  const bytes = await encodeSlip(layOut(composer.testPage(printer, at), printer.columns), printer);
  return decodeEscPos(bytes, real).lines.map(({ text }) => text);
}

test.each([7, 17, 29])('just the line of table %i can be read where Cyrillic is there', async (real) => {
  const lines = await printed({}, real);
  expect(lines.filter((line) => /^\d+: АБВГ абвг ёЁ № - Привет$/.test(line))).toEqual([
    `${real}: АБВГ абвг ёЁ № - Привет`,
  ]);
});

test.each([32, 35, 42, 44, 48] as const)('the ruler of %i columns is one line', async (columns) => {
  const lines = await printed({ columns });
  expect(lines.filter((line) => /^1234567890\d+$/.test(line)).map((line) => line.length)).toEqual([columns]);
});

test('it says which table is chosen and where the drawer is', async () => {
  expect((await printed({ drawerPin: 5 })).join(' ')).toMatch(/Сейчас выбрана 17[\s\S]*Денежный ящик: контакт 5/);
  expect((await printed({})).join(' ')).toContain('Денежный ящик не подключён');
});
