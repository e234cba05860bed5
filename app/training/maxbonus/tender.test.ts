import { describe, expect, test } from 'vitest';
import { kopecks } from '../../domain/money.ts';
import { Books } from './books.ts';
import { TRAINING_CERTIFICATES } from './certificates.ts';
import { checkTendered, findCertificate, type Tendered } from './tender.ts';

const { plain, withPin, usedUp, small } = TRAINING_CERTIFICATES;
const CERTIFICATES = Object.values(TRAINING_CERTIFICATES);
const refusal = (message: string) => ({ ok: false, error: { message } });

function tender({ code, pin }: { readonly code: string; readonly pin: string }, summ: number): Tendered {
  return { code, pin, summ: kopecks(summ) };
}

function checked(tendered: readonly Tendered[], payable = 500_00) {
  return checkTendered(tendered, kopecks(payable), CERTIFICATES, new Books());
}

test('is found by number and PIN', () => {
  expect(findCertificate(CERTIFICATES, plain)).toEqual({ ok: true, value: plain });
  expect(findCertificate(CERTIFICATES, { ...withPin, code: ` ${withPin.code}` })).toEqual({ ok: true, value: withPin });
  expect(findCertificate(CERTIFICATES, { code: '1', pin: '' })).toEqual(refusal('Сертификат не найден'));
  for (const pin of ['', '0000']) {
    expect(findCertificate(CERTIFICATES, { ...withPin, pin })).toEqual(refusal('Неверный ПИН-код сертификата'));
  }
});

test.each([
  ['none', []],
  ['one, to the kopeck', [tender(plain, 500_00)]],
  ['two', [tender(small, 50_00), tender(withPin, 450_00)]],
])('%s can pay', (_, tendered) => {
  expect(checked(tendered)).toMatchObject({ ok: true });
});

describe('cannot pay', () => {
  test.each([
    ['an unknown one', [tender({ code: '1', pin: '' }, 1)], 'Сертификат не найден'],
    ['a wrong PIN', [tender({ ...withPin, pin: '1' }, 1)], 'Неверный ПИН-код сертификата'],
    ['a used one', [tender(usedUp, 1)], 'Сертификат уже использован'],
    ['one twice', [tender(plain, 1), tender(plain, 1)], 'Сертификат указан в чеке дважды'],
    ['nothing of one', [tender(plain, 0)], 'Укажите сумму к списанию с сертификата'],
    ['more than is on it', [tender(small, 50_01)], 'На сертификате недостаточно средств'],
    [
      'more than the receipt',
      [tender(small, 50_00), tender(plain, 450_01)],
      'Сумма сертификатов больше суммы к оплате',
    ],
  ])('%s', (_, tendered, message) => {
    expect(checked(tendered)).toEqual(refusal(message));
  });
});
