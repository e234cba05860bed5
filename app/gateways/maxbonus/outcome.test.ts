import { expect, test } from 'vitest';
import { kopecks } from '../../domain/money.ts';
import { calculationOf, writeOf } from './fixture.ts';
import { toOutcome, toReturnOutcome } from './outcome.ts';
import { returnAnswer, writeAnswer } from './wire.ts';

const request = writeOf(calculationOf('token', kopecks(30000)), 'c1');

function outcome(answer: Record<string, unknown>, of = request) {
  return toOutcome(writeAnswer.parse(answer), of);
}

test('sums as the service says them', () => {
  const answer = { total_bonus_pay: 299.99, total_add_bonus: 186.56, customer_total_bonus: 1728.73 };
  expect(outcome(answer)).toEqual({ redeemed: 29999, accrued: 18656, balance: 172873, text: [] });
});

test('sums the service leaves out', () => {
  expect(outcome({})).toEqual({ redeemed: 30000, accrued: 0, balance: null, text: [] });
});

test('an anonymous customer has no balance', () => {
  expect(outcome({ customer_total_bonus: 0 }, writeOf(calculationOf(null), 'c1')).balance).toBeNull();
});

test.each([
  [{ text: '\r\nСписано : 1\n\n\tСпасибо\n' }, ['Списано : 1', '', ' Спасибо']],
  [{ lines: ['Списано : 1', 'Спасибо\u001bm'], text: 'not this' }, ['Списано : 1', 'Спасибо m']],
  [{ lines: null, text: 'this' }, ['this']],
  [{ text: ' \n ' }, []],
  [{ text: 'Клиент +7 914 123-22-49\nФН 9999078900006364' }, ['Клиент ***2249', 'ФН 9999078900006364']],
])('%j prints as %j', (answer, text) => {
  expect(outcome(answer).text).toEqual(text);
});

test('neither lines nor their number run away', () => {
  const { text } = outcome({ text: `${'x'.repeat(600)}\n`.repeat(400) });
  expect(text).toHaveLength(200);
  expect(new Set(text.map((line) => line.length))).toEqual(new Set([500]));
});

test('a return as the service says it, or without a word', () => {
  const answer = {
    total_bonus_return: 12.5,
    total_add_bonus_return: '3.01',
    customer_total_bonus: 0,
    text: 'Возврат 89141232249\n',
  };
  expect(toReturnOutcome(returnAnswer.parse(answer))).toEqual({
    restored: 1250,
    withdrawn: 301,
    balance: 0,
    text: ['Возврат ***2249'],
  });
  expect(toReturnOutcome(returnAnswer.parse({}))).toEqual({ restored: 0, withdrawn: 0, balance: null, text: [] });
});
