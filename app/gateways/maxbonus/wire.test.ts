import { describe, expect, test, vi } from 'vitest';
import { type AnswerForm, readFields } from '../http/answer-form.ts';
import {
  certificateAnswer,
  checkAnswer,
  checkLine,
  customerAnswer,
  importAnswer,
  registrationAnswer,
  returnAnswer,
  writeAnswer,
} from './wire.ts';

/** What is read of an answer, and which fields were left out. */
function read<Data>(form: AnswerForm<Data>, answer: unknown) {
  const odd = vi.fn<(fields: readonly string[]) => void>();
  const data = readFields(form, answer, odd);
  return { data, odd: odd.mock.calls.flatMap(([fields]) => fields) };
}

const CHECK = {
  calc_id: 'a0779ffe79c4eda06a51ba429daefcde',
  customer_total_bonus: 0,
  total_max_bonus_can_pay: 0,
  total_bonus_pay: 0,
  total_add_bonus: 0,
  total_discount: 0,
  total_check_amount: 8500,
  items: [],
};

test('reads an answer with all the keys and nulls of the published exchange', () => {
  const { data, odd } = read(checkAnswer, {
    ...CHECK,
    code: null,
    customer_token: '88888888888',
    campaign_id: 0,
    campaign_name: null,
    coupon: '687523388469',
    coupon_used: '',
    coupon_code: '0',
    coupon_message: 'Купон не найден в чеке',
  });
  expect(odd).toEqual([]);
  expect(data).toMatchObject({ total_check_amount: 850000, coupon_code: '0' });
  const line = {
    code: '9918',
    qty: 1,
    sum: 6000,
    max_bonus_can_pay: 1800,
    calc_discount: 0,
    calc_bonus_add: 0,
    not_exist: false,
    not_discount: false,
    index: 1,
    price: 6000,
    action: 0,
    pay_bonus: null,
  };
  expect(read(checkLine, line)).toMatchObject({ data: { index: 1, pay_bonus: null, not_exist: false }, odd: [] });
});

describe('sums', () => {
  test.each([
    [12.5, 1250],
    [0.005, 1],
    [1.005, 101],
    ['161.70', 16170],
    ['161,70', 16170],
    ['1 161,7', 116170],
    ['12\u00a0345\u00a0678', 1234567800],
    ['0', 0],
    [0.1 + 0.2, 30],
    [10_000_000_000, 1_000_000_000_000],
    ['', null],
    [null, null],
  ])('%j roubles are %j kopecks', (roubles, kopecks) => {
    expect(read(checkAnswer, { ...CHECK, total_check_amount: roubles }).data?.total_check_amount).toBe(kopecks);
  });

  test.each([
    -0.01,
    10_000_000_001,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    ' 1',
    '1,5,5',
    '1 5',
    '1,234.50',
    '1e3',
    '0x10',
    true,
    [1],
  ])('%j is none: where money is meant, nothing of the answer counts; where it is shown, it is left out', (value) => {
    for (const total of ['total_check_amount', 'total_discount', 'total_bonus_pay', 'total_certificate_pay']) {
      expect(read(checkAnswer, { ...CHECK, [total]: value }).data).toBeNull();
    }
    for (const shown of ['total_add_bonus', 'total_max_bonus_can_pay']) {
      expect(read(checkAnswer, { ...CHECK, [shown]: value })).toMatchObject({
        data: { calc_id: CHECK.calc_id },
        odd: [shown],
      });
    }
  });

  test.each([
    [-12.5, -1250],
    ['-0,01', -1],
  ])('a balance may be below zero: %j', (roubles, kopecks) => {
    expect(read(customerAnswer, { token: 't', total_bonus: roubles })).toMatchObject({
      data: { total_bonus: kopecks },
      odd: [],
    });
    for (const form of [checkAnswer, writeAnswer, returnAnswer]) {
      expect(
        read<{ readonly customer_total_bonus?: number | null | undefined }>(form, {
          ...CHECK,
          customer_total_bonus: roubles,
        }),
      ).toMatchObject({
        data: { customer_total_bonus: kopecks },
        odd: [],
      });
    }
  });
});

describe('what is only shown never spoils an answer', () => {
  test.each([
    [{ exists_chatbot: 1 }, { exists_chatbot: true }],
    [{ exists_chatbot: 'true' }, { exists_chatbot: true }],
    [{ exists_chatbot: '0' }, { exists_chatbot: false }],
    [{ exists_chatbot: '' }, { exists_chatbot: false }],
    [{ phone: 79141234567 }, { phone: '79141234567' }],
    [{ first_name: 7 }, { first_name: '7' }],
    [{ n_checkpin: '1' }, { n_checkpin: 1 }],
    [{ n_checkpin: true }, { n_checkpin: 1 }],
    [{ n_checkpin: '' }, { n_checkpin: 0 }],
    [{ total_bonus: '' }, { total_bonus: null }],
    [{ total_bonus: '1 842,16' }, { total_bonus: 184216 }],
    [{ token: 12345 }, { token: '12345' }],
  ])('%j is read', (fields, expected) => {
    expect(read(customerAnswer, { token: 't', ...fields })).toMatchObject({ data: expected, odd: [] });
  });

  test.each([
    { first_name: {} },
    { total_bonus: 'много' },
    { phone: ['7'] },
    { exists_chatbot: 'maybe' },
    { n_checkpin: [] },
  ])('%j is left out and told of', (fields) => {
    expect(read(customerAnswer, { token: 't', ...fields })).toEqual({ data: { token: 't' }, odd: Object.keys(fields) });
  });

  test.each([
    [{ index: '2', not_exist: 1 }, { index: 2, not_exist: true }, []],
    [{ index: 'x', code: 9918, calc_discount: 'n/a' }, { code: '9918' }, ['index', 'calc_discount']],
  ])('a line %j', (line, data, odd) => {
    const said = read(checkLine, line);
    expect(said.data).toMatchObject(data);
    expect(said.odd.sort()).toEqual(odd.sort());
  });
});

test('a customer needs a token, and nothing else', () => {
  expect(read(customerAnswer, { token: 't' }).data).toEqual({ token: 't' });
  for (const token of ['', null, undefined, true, 'x'.repeat(5000)])
    expect(read(customerAnswer, { token }).data).toBeNull();
  for (const answer of [null, 'ok', []]) expect(read(customerAnswer, answer).data).toBeNull();
});

test.each([
  [0, { calc_id: 12345 }, '12345'],
  [1, { calc_id: '' }, undefined],
  [2, { calc_id: null }, undefined],
])('a calculation needs an id, be it a number: %i', (_, change, id) => {
  expect(read(checkAnswer, { ...CHECK, ...change }).data?.calc_id).toBe(id);
});

test('a certificate has a status, and a balance the service may leave out', () => {
  expect(read(certificateAnswer, { status_code: '0', summ: '100,50' }).data).toEqual({ status_code: 0, summ: 10050 });
  expect(read(certificateAnswer, { status_code: 1 }).data).toEqual({ status_code: 1 });
  for (const nonsense of [null, {}, { status_code: 'ok' }, { status_code: 0, summ: -1 }]) {
    expect(read(certificateAnswer, nonsense).data).toBeNull();
  }
});

test.each([null, undefined, {}, { register_request: null }, 'ok', [], { register_request: 'x'.repeat(5000) }])(
  '%j hands out no ticket, and is an answer',
  (answer) => {
    expect(read(registrationAnswer, answer).data?.register_request ?? null).toBeNull();
  },
);

test('a ticket may be a number', () => {
  expect(read(registrationAnswer, { register_request: 5 }).data?.register_request).toBe('5');
});

test('how many goods were taken may be left out', () => {
  const said = [{ count: '12' }, {}, null, 'ok', { count: 1.5 }].map((answer) => read(importAnswer, answer).data);
  expect(said.map((data) => data?.count)).toEqual([12, undefined, undefined, undefined, undefined]);
});
