import { expect, onTestFinished, test } from 'vitest';
import { readCard } from '../app/domain/benefit-card.ts';
import { type EcsSettings, ecsSchema } from '../app/settings/ecs.ts';
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

test('checks are counted by how they were answered', async () => {
  const { bank, settings } = await open();
  const counted: string[] = [];
  const nothing = { checks: 0, late: 0, failed: 0 };
  const gateway = lazyEcs(settings, { count: (check) => counted.push(check), lastDay: () => nothing });
  const card = readCard(TRAINING_CLIENT_CODES.family, benefitSettings(settings).cards);
  if (!card) throw new Error('no card');
  const check = () => gateway.check({ serviceId: 101, connection: 1, card });
  // The first one loads the client and asks for a token.
  await gateway.services();
  expect((await check()).ok).toBe(true);
  bank.control.faults.add({ kind: 'latency', ms: 2_200, operation: 'check' });
  expect((await check()).ok).toBe(true);
  bank.control.faults.add({ kind: 'drop-before', operation: 'check' });
  expect((await check()).ok).toBe(false);
  expect(counted).toEqual(['in-time', 'late', 'failed']);
});

test('the desk goes by the profile', async () => {
  const { settings } = await open();
  expect(benefitSettings(settings)).toEqual({
    connection: 1,
    cards: { clientCode: '[0-9A-Z]{1,15}', socialCardBarcode: true, socialCardCheck: 'luhn' },
    slowMs: 2_000,
    tellsRefusals: true,
    discounts: new Map([[12, 10]]),
  });
});
