import { expect, test } from 'vitest';
import { Lights } from './lights.ts';

test('devices that were exchanged keep their place behind the services', () => {
  const lights = new Lights(() => {});
  lights.set({ id: 'scanner-0', kind: 'scanner', name: 'Scanner', state: 'ok' });
  lights.set({ id: 'printer-0', kind: 'printer', name: 'Printer', state: 'ok' });
  lights.set({ id: 'maxbonus', kind: 'service', name: 'MaxBonus', state: 'ok' });
  lights.drop('scanner');
  expect(lights.list().map(({ id }) => id)).toEqual(['maxbonus', 'printer-0']);
  lights.set({ id: 'scanner-0', kind: 'scanner', name: 'Scanner', state: 'unknown' });
  expect(lights.list().map(({ id }) => id)).toEqual(['maxbonus', 'scanner-0', 'printer-0']);
});

test('whoever shows them is told of changes alone', () => {
  let changes = 0;
  const lights = new Lights(() => {
    changes += 1;
  });
  for (const state of ['unknown', 'unknown', 'ok'] as const) {
    lights.set({ id: 'printer-0', kind: 'printer', name: 'Printer', state });
  }
  expect(changes).toBe(2);
});
