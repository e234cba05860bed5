import { expect, test } from 'vitest';
import { kopecks } from '../../domain/money.ts';
import { cardOf, settingsOf, snilsOf } from './fixture.ts';
import { checkRequest, confirmRequest, transactionsRequest } from './requests.ts';

const code = cardOf('AAABBBCCC');
const social = cardOf('964390140000000001899120114');
const price = kopecks(100_50);
const asked = { serviceId: 1, organizationTerminalId: 2 };
const cardFields = { cardNumber: '9643901400000000018', cardSeries: '99120114' };

test('connection type 1 sends a card and nothing else', () => {
  expect(checkRequest({ serviceId: 1, connection: 1, card: code }, 2)).toEqual({ ...asked, clientCode: 'AAABBBCCC' });
  expect(checkRequest({ serviceId: 1, connection: 1, card: social }, 2)).toEqual({ ...asked, ...cardFields });
});

test('connection type 2 sends a СНИЛС and nothing else', () => {
  const snils = snilsOf('112-233-445 95');
  expect(checkRequest({ serviceId: 1, connection: 2, snils }, 2)).toEqual({ ...asked, clientSnils: '11223344595' });
});

test('connection type 3 sends a card, and the price when there is one', () => {
  const check = { serviceId: 1, connection: 3, card: code } as const;
  expect(checkRequest({ ...check, price }, 2)).toEqual({ ...asked, clientCode: 'AAABBBCCC', price: 100.5 });
  expect(checkRequest({ ...check, price: null }, 2)).toEqual({ ...asked, clientCode: 'AAABBBCCC' });
  expect(checkRequest({ ...check, card: social, price }, 2)).toEqual({ ...asked, ...cardFields, price: 100.5 });
});

test('what else an object carries stays at the till', () => {
  const card = { ...code, holder: 'somebody' };
  expect(checkRequest({ serviceId: 1, connection: 1, card }, 2)).toEqual({ ...asked, clientCode: 'AAABBBCCC' });
});

test('a confirmation leaves out prices that there are not', () => {
  const fact = { transactionId: 3, clientId: 4, benefitCategoryId: 5 };
  expect(confirmRequest({ ...fact, price, discountedPrice: kopecks(0) })).toEqual({
    ...fact,
    price: 100.5,
    discountedPrice: 0,
  });
  expect(confirmRequest({ ...fact, price: null, discountedPrice: null })).toEqual(fact);
});

test('days have the names of the table, or those of the profile', () => {
  const query = { card: social, from: '2026-03-01', to: '2026-03-31', page: 2, pageSize: 20 };
  const paging = { pageIndex: 2, pageSize: 20 };
  const baseUrl = 'http://localhost';
  expect(transactionsRequest(query, settingsOf({ baseUrl }))).toEqual({
    ...cardFields,
    ...paging,
    dateFrom: '2026-03-01',
    dateTo: '2026-03-31',
  });
  const dateFields = { from: 'creationDateFrom', to: 'creationDateTo' };
  expect(transactionsRequest(query, settingsOf({ baseUrl, dateFields }))).toEqual({
    ...cardFields,
    ...paging,
    creationDateFrom: '2026-03-01',
    creationDateTo: '2026-03-31',
  });
});
