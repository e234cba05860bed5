import { expect, test } from 'vitest';
import type { Light } from '../../app/contract/view.ts';
import { lampsOf } from './lamp-groups.ts';

const light = (kind: Light['kind'], id: string, state: Light['state'] = 'ok'): Light => ({
  id,
  kind,
  name: id,
  state,
  problem: null,
});

const stateOf = (...states: Light['state'][]) =>
  lampsOf(states.map((state, place) => light('printer', `printer-${place}`, state)))[0]?.state;

test('services and lone devices have a lamp each, in the order of the lights', () => {
  const lights = [light('service', 'maxbonus'), light('service', 'ecs'), light('scanner', 's'), light('printer', 'p')];
  expect(lampsOf(lights)).toEqual(lights);
});

test('devices of which there are several share a lamp, in their order', () => {
  const service = light('service', 'maxbonus', 'down');
  const scanners = [light('scanner', 'left'), light('scanner', 'right', 'down')];
  const printers = [
    light('printer', 'hall', 'unknown'),
    light('printer', 'store'),
    light('printer', 'door', 'warning'),
  ];
  expect(lampsOf([service, ...scanners, ...printers])).toEqual([
    service,
    { kind: 'scanner', lights: scanners, state: 'down', well: 1 },
    { kind: 'printer', lights: printers, state: 'warning', well: 2 },
  ]);
});

test('a shared lamp is as the worst of its devices', () => {
  expect(stateOf('ok', 'ok')).toBe('ok');
  expect(stateOf('ok', 'unknown')).toBe('unknown');
  expect(stateOf('unknown', 'warning', 'ok')).toBe('warning');
  expect(stateOf('warning', 'down', 'ok')).toBe('down');
});
