import { expect, test } from 'vitest';
import { mayBeDiiaNumber, otherCode } from './other.ts';

const DIIA = 'https://diia.app/documents/internal-passport/65f0/verify/3f2504e0-4f89-11d3-9a0c-0305e82c3301';

test.each([
  ['964390140101700123926121401', 'social-card'],
  [DIIA, 'diia'],
  ['https://max.ru/id1234567890_bot?start=card-1', 'max'],
  ['https://web.max.ru/42', 'max'],
  ['t=20260301T1217&s=1290.50&fn=9287440300634471&i=13571&fp=3730902192&n=1', 'fiscal-receipt'],
  ['fn=9287440300634471&i=1&fp=3730902192&n=1&t=20260301T121705&s=1.00', 'fiscal-receipt'],
  ['https://cabinet.tax.gov.ua/cashregs/check?fn=4000&id=1&sm=10.00', 'fiscal-receipt'],
  ['https://qr.nspk.ru/AS10003P3RH0LJ2A9ROO038L6NT5RU1M?type=01', 'fast-payment'],
  ['325022153.09000220200000000000', 'certificate-goods'],
  ['{"terminalId":"00001234","apiKey":"a","macKey":"b"}', 'certificate-settings'],
  ['terminalId=00001234\nmac_key=b', 'certificate-settings'],
  [`22N${'0A1B2'.repeat(13)}`, 'excise-mark'],
  [`101${'0A1B2C7'.repeat(21)}`, 'excise-mark'],
] as const)('%s is %s', (text, what) => expect(otherCode(text)).toBe(what));

test.each([
  ['a social card with a wrong digit', '964390140101700123426121401'],
  ['27 digits of something else', '123456789012345678901234567'],
  ['an address that only mentions the app', 'https://example.org/?next=https://diia.app/documents/'],
  ['a site with a longer name', 'https://notmax.ru/id'],
  ['half a receipt', 't=20260301T1217&s=1290.50'],
  ['a customer’s QR', 'MB-QR-7F3A9C51D2E84B06'],
  ['a product number', '4600494000218'],
  ['nothing', ''],
])('%s is none of them', (_what, text) => expect(otherCode(text)).toBeNull());

test('thirteen digits may be a number of Дія, and are never taken for one by themselves', () => {
  expect(mayBeDiiaNumber('1213187292345')).toBe(true);
  expect(mayBeDiiaNumber('121318729234')).toBe(false);
  expect(otherCode('3535267635434')).toBeNull();
});
