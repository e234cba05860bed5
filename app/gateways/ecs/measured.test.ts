import { expect, test } from 'vitest';
import { fail, ok } from '../../domain/result.ts';
import type { BenefitFailure, BenefitGateway } from '../../sale/benefits/ports.ts';
import { checkOf } from './fixture.ts';
import { type CheckTiming, measured } from './measured.ts';

const BENEFIT = { transactionId: 1, clientId: 1, categories: [{ id: 1, name: 'Студент' }] } as const;

/** What is told of one check that takes 250 ms and comes to this. */
async function timingsOf(failure: BenefitFailure | null): Promise<readonly CheckTiming[]> {
  let now = 1_000;
  const timings: CheckTiming[] = [];
  const unused = () => Promise.reject(new Error('not asked'));
  const gateway: BenefitGateway = {
    services: async () => ok([]),
    check: async () => {
      now += 250;
      return failure ? fail(failure) : ok(BENEFIT);
    },
    confirm: unused,
    refuse: unused,
    transactions: unused,
  };
  const watched = measured(
    gateway,
    (timing) => timings.push(timing),
    () => now,
  );
  expect(await watched.services()).toEqual(ok([]));
  expect(await watched.check(checkOf('AAABBBCCC'))).toEqual(failure ? fail(failure) : ok(BENEFIT));
  return timings;
}

test('a check that is answered, and nothing else', async () => {
  expect(await timingsOf(null)).toEqual([{ ms: 250, answered: true }]);
});

test.each<[boolean, BenefitFailure]>([
  [true, { kind: 'refused', reason: 'no-benefit', message: '' }],
  [false, { kind: 'refused', reason: 'processing-unreachable', message: '' }],
  [false, { kind: 'unreachable' }],
  [false, { kind: 'lost', cause: 'timeout' }],
  [false, { kind: 'throttled', retryAfterMs: 5_000 }],
])('an answer: %s, when it is %j', async (answered, failure) => {
  expect(await timingsOf(failure)).toEqual([{ ms: 250, answered }]);
});

test.each<BenefitFailure>([{ kind: 'token-missing' }, { kind: 'token-rejected' }])(
  '%j was no question',
  async (failure) => {
    expect(await timingsOf(failure)).toEqual([]);
  },
);
