import { expect, test } from 'vitest';
import { startTrainingServices } from './services.ts';

test('gives addresses that survive JSON and answer', async () => {
  const services = await startTrainingServices();
  const { maxbonus } = JSON.parse(JSON.stringify(services.addresses));
  const response = await fetch(`${maxbonus.baseUrl}/customer/auth`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${maxbonus.token}` },
    body: new URLSearchParams({ phone: '79141233377' }),
  });
  expect(response.status).toBe(200);
  expect(await (await fetch(`${maxbonus.controlUrl}/ledger`)).json()).toMatchObject({ receipts: [] });

  const port = Number(new URL(maxbonus.baseUrl).port);
  await services.close();
  const again = await startTrainingServices({ maxbonus: port });
  expect(again.addresses.maxbonus.baseUrl).toBe(maxbonus.baseUrl);
  await again.close();
});
