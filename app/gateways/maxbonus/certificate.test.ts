import { expect, test } from 'vitest';
import { toCertificate } from './certificate.ts';
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
