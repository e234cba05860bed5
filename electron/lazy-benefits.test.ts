import { expect, onTestFinished, test } from 'vitest';
import type { BenefitCheck } from '../app/domain/benefit.ts';
import { readCard } from '../app/domain/benefit-card.ts';
import type { CheckCounts } from '../app/sale/benefits/ports.ts';
import { type EcsSettings, ecsSchema } from '../app/settings/ecs.ts';
import { FREE } from '../app/testing/till.ts';
import { TRAINING_CLIENT_CODES } from '../app/training/ecs/bank.ts';
import { type EcsEmulator, startEcs } from '../app/training/ecs/server.ts';
import { benefitSettings, lazyEcs } from './lazy-benefits.ts';

async function open(): Promise<{ bank: EcsEmulator; settings: EcsSettings }> {
  const bank = await startEcs();
  onTestFinished(() => bank.close());
  const { url: baseUrl, clientId, clientSecret, terminalId } = bank;
  const section = { baseUrl, clientId, clientSecret, terminalId, connectionType: 1, slowMs: 2_000 };
  return { bank, settings: ecsSchema.parse({ ...section, discounts: { 12: 10 }, refusal: 'cancel-transaction' }) };
}

const nothing = { checks: 0, late: 0, failed: 0 };
const unexpected = (error: unknown): never => {
  throw error;
};

/** A check of the family's card. */
function checkOf(settings: EcsSettings): BenefitCheck {
  const card = readCard(TRAINING_CLIENT_CODES.family, benefitSettings(settings).cards);
  if (!card) throw new Error('no card');
  return { serviceId: 101, connection: 1, card };
}

test('checks are counted by how they were answered', async () => {
  const { bank, settings } = await open();
  const counted: string[] = [];
  const gateway = lazyEcs(
    settings,
    { count: (check) => counted.push(check), lastDay: () => nothing },
    FREE,
    unexpected,
  );
  const check = () => gateway.check(checkOf(settings));
  // The first one loads the client and asks for a token.
  await gateway.services();
  expect((await check()).ok).toBe(true);
  bank.control.faults.add({ kind: 'latency', ms: 2_200, operation: 'check' });
  expect((await check()).ok).toBe(true);
  bank.control.faults.add({ kind: 'drop-before', operation: 'check' });
  expect((await check()).ok).toBe(false);
  expect(counted).toEqual(['in-time', 'late', 'failed']);
});

test('a disk that does not take the count does not spoil the answer', async () => {
  const { settings } = await open();
  const full = new Error('database or disk is full');
  const uncounted: unknown[] = [];
  const counts: CheckCounts = {
    count() {
      throw full;
    },
    lastDay: () => nothing,
  };
  const gateway = lazyEcs(settings, counts, FREE, (error) => uncounted.push(error));
  expect(await gateway.check(checkOf(settings))).toMatchObject({ ok: true });
  expect(uncounted).toEqual([full]);
});

test('the desk goes by the profile', async () => {
  const { settings } = await open();
  expect(benefitSettings(settings)).toEqual({
    connection: 1,
    cards: {
      clientCode: '[0-9A-Z]{1,15}',
      socialCardBarcode: true,
      socialCardCheck: 'luhn',
      socialCardLengths: { number: 19, series: 8 },
    },
    slowMs: 2_000,
    tellsRefusals: true,
    discounts: new Map([[12, 10]]),
  });
});
