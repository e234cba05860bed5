import { expect, test } from 'vitest';
import { toCertificate, withoutPins } from './certificate.ts';
import { certificateAnswer } from './wire.ts';

function certificate(answer: Record<string, unknown>) {
  return toCertificate(certificateAnswer.whole.parse(answer), '8800', '4831');
}

test.each([0, 2, 17, -1, '0'])('status %j can pay', (status_code) => {
  expect(certificate({ status_code, summ: 3000.5 })).toEqual({
    ok: true,
    value: { code: '8800', pin: '4831', balance: 300050 },
  });
});

test.each([
  [1, 500],
  ['1', undefined],
])('status %j cannot, with %j on it', (status_code, summ) => {
  expect(certificate({ status_code, summ })).toEqual({ ok: true, value: null });
});

test.each([undefined, null])('one that can pay has a balance; %j is none', (summ) => {
  expect(certificate({ status_code: 0, summ })).toEqual({ ok: false, error: { kind: 'lost', cause: 'unreadable' } });
});

test('a PIN that the service names in a refusal is not told on', () => {
  const refused = (message: string) => ({ kind: 'refused', reason: 'other', message }) as const;
  expect(withoutPins(refused('ПИН-код 4831 не подходит к 8800 (4831)'), [{ pin: '' }, { pin: '4831' }])).toEqual({
    ok: false,
    error: refused('ПИН-код *** не подходит к 8800 (***)'),
  });
  expect(withoutPins(refused('Отказ'), [])).toEqual({ ok: false, error: refused('Отказ') });
  expect(withoutPins({ kind: 'token-rejected' }, [{ pin: '4831' }])).toEqual({
    ok: false,
    error: { kind: 'token-rejected' },
  });
});
