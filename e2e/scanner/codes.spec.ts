import { withCheckDigit } from '../../app/domain/gtin.ts';
import { expect, openTill, surround, test } from '../support/till.ts';

const WATER = '4600494000218';
const GS = '\u001d';
const marked = (serial: string): string => `]d2010460049400021821${serial}${GS}93d0Zq`;

test('labels of the scales and marked goods are goods, however many there are', { tag: ['@scanner', '@sale'] }, async ({
  till,
}) => {
  const { screen } = till;
  // 350 g at 109.00 a kilogram.
  await till.scan(withCheckDigit('210012300350'));
  await expect(screen.lines).toContainText('Сало кручёное, кг');
  await expect(screen.lines).toContainText('38,15');
  await till.scan(marked('kFd3w8?xP1LmZ'), marked('kFd3w8?xP1LmY'), WATER);
  await expect(screen.lines.getByText(WATER)).toHaveCount(3);
});

test('one marked piece is sold once, and is known again after a power cut', { tag: ['@scanner', '@journal'] }, async ({
  till,
}) => {
  await till.scan(marked('kFd3w8?xP1LmZ'));
  await expect(till.screen.lines.getByText(WATER)).toHaveCount(1);
  await till.powerCut();
  await expect(till.page.getByText('Сканер в порядке')).toBeAttached();
  await till.scan(marked('kFd3w8?xP1LmZ'));
  await expect(till.page.getByText('Эта упаковка уже в чеке.')).toBeVisible();
  await expect(till.screen.lines.getByText(WATER)).toHaveCount(1);
});

test('codes of other services are called by their names and sent nowhere', { tag: ['@scanner', '@maxbonus'] }, async ({
  till,
}) => {
  const { page, maxbonus } = till;
  for (const [code, name] of [
    [
      'https://diia.app/documents/student-id-card/65f0/verify/3f2504e0-4f89-11d3-9a0c-0305e82c3301',
      'код документа из Дії',
    ],
    ['964390140101700123926121401', 'социальная карта'],
    ['https://max.ru/shop_bot?start=card', 'код MAX'],
    ['t=20260301T1217&s=1290.50&fn=9287440300634471&i=13571&fp=3730902192&n=1', 'QR кассового чека'],
  ]) {
    await till.scan(code ?? '');
    await expect(page.getByText(`Это ${name}: здесь не используется.`)).toBeVisible();
  }
  expect(maxbonus.control.requests()).toEqual([]);
});

test('where labels carry their price the shop says so', { tag: ['@scanner', '@settings'] }, async () => {
  const till = await openTill(
    await surround((profile) => ({
      ...profile,
      codes: { weighed: [{ prefix: '22', article: [2, 5], value: [7, 5], unit: 'kopecks' }] },
    })),
  );
  await expect(till.page.getByText('Сканер в порядке')).toBeAttached();
  await till.scan(withCheckDigit('220012304547'));
  await expect(till.screen.lines).toContainText('0,417');
  await expect(till.screen.lines).toContainText('45,45');
  await till.close();
});
