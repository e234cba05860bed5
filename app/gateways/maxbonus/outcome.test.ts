import { describe, expect, test, vi } from 'vitest';
import { kopecks } from '../../domain/money.ts';
import { calculationOf, writeOf } from './fixture.ts';
import { toOutcome, toReturnOutcome } from './outcome.ts';

const request = writeOf(calculationOf('token', kopecks(30000)), 'c1');

const odd = vi.fn();

function outcome(answer: unknown, of = request) {
  return toOutcome(answer, of, odd);
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
  expect(new Set(text.map((line) => typeof line === 'string' && line.length))).toEqual(new Set([500]));
});

test('a return as the service says it, or without a word', () => {
  const answer = {
    total_bonus_return: 12.5,
    total_add_bonus_return: '3.01',
    customer_total_bonus: 0,
    text: 'Возврат 89141232249\n',
  };
  expect(toReturnOutcome(answer, odd)).toEqual({
    restored: 1250,
    withdrawn: 301,
    balance: 0,
    text: ['Возврат ***2249'],
  });
  expect(toReturnOutcome({}, odd)).toEqual({ restored: 0, withdrawn: 0, balance: null, text: [] });
});

describe('written is written, whatever the body says', () => {
  const nothing = { redeemed: 30000, accrued: 0, balance: null, text: [] };

  test.each([
    [null, nothing],
    [undefined, nothing],
    ['ok', nothing],
    ['Успешно', nothing],
    [[], nothing],
    [true, nothing],
    [5, nothing],
    ['Начислено : 1\nСпасибо', { ...nothing, text: ['Начислено : 1', 'Спасибо'] }],
    [['Начислено : 1', 'Спасибо'], { ...nothing, text: ['Начислено : 1', 'Спасибо'] }],
    [{ lines: 'Начислено : 1\r\nСпасибо' }, { ...nothing, text: ['Начислено : 1', 'Спасибо'] }],
    [{ text: ['Начислено : 1', 'Спасибо'] }, { ...nothing, text: ['Начислено : 1', 'Спасибо'] }],
    [{ lines: [1] }, { ...nothing, text: ['1'] }],
    [{ text: 5, total_add_bonus: 'n/a', total_bonus_pay: -1 }, nothing],
    [
      { total_add_bonus: '1,5', customer_total_bonus: -3 },
      { ...nothing, accrued: 150, balance: -300 },
    ],
    [{ confirmation: { text: 'Спасибо', total_add_bonus: 1 } }, { ...nothing, accrued: 100, text: ['Спасибо'] }],
    [{ print: { lines: ['Спасибо'] } }, { ...nothing, text: ['Спасибо'] }],
    [{ items: [{ code: '1', qty: 2, sum: 3 }] }, nothing],
  ])('%j', (answer, expected) => {
    expect(outcome(answer)).toEqual(expected);
  });

  test.each([null, 'ok', [], { total_bonus_return: -1 }, { total_add_bonus_return: 'n/a' }])(
    'a return, too: %j',
    (answer) => {
      expect(toReturnOutcome(answer, odd)).toEqual({ restored: 0, withdrawn: 0, balance: null, text: [] });
    },
  );

  test('what could not be read is told of', () => {
    odd.mockClear();
    outcome({ total_add_bonus: 'n/a', total_bonus_pay: [] });
    expect(odd.mock.calls).toEqual([[['total_bonus_pay', 'total_add_bonus']]]);
  });
});
