import { expect, test } from 'vitest';
import { fail, ok, type Result } from '../../domain/result.ts';
import { FREE } from '../../testing/till.ts';
import { ecs } from './fixture.ts';
import { watchedBenefits } from './forwarded-benefits.ts';
import type { BenefitFailure, BenefitRefusal } from './ports.ts';

/** What is told of a confirmation that is answered so. */
async function toldOf(answer: Result<void, BenefitFailure>): Promise<readonly (BenefitFailure | null)[]> {
  const told: (BenefitFailure | null)[] = [];
  const gateway = watchedBenefits(ecs({ confirm: async () => answer }).gateway, FREE, (failure) => told.push(failure));
  const confirmation = { transactionId: 1, clientId: 2, benefitCategoryId: 3, price: null, discountedPrice: null };
  expect(await gateway.confirm(confirmation)).toEqual(answer);
  return told;
}

const refused = (reason: BenefitRefusal): BenefitFailure => ({ kind: 'refused', reason, message: '' });

test('an answer says that the ЕЦС does its part, be it a refusal', async () => {
  expect(await toldOf(ok(undefined))).toEqual([null]);
  expect(await toldOf(fail(refused('already-confirmed')))).toEqual([null]);
});

test.each<BenefitFailure>([
  { kind: 'unreachable' },
  { kind: 'token-missing' },
  { kind: 'lost', cause: 'timeout' },
  refused('processing-unreachable'),
])('%o says that it does not', async (failure) => {
  expect(await toldOf(fail(failure))).toEqual([failure]);
});
