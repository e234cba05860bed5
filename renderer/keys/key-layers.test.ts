import { expect, test } from 'vitest';
import { keyLayers } from './key-layers.ts';

function bench() {
  let press = (_key: string) => {};
  const heard: string[] = [];
  const layers = keyLayers<string>((hear) => {
    press = hear;
  });
  const listen = (layer: Parameters<typeof layers.listen>[0], name: string, acts: boolean) =>
    layers.listen(layer, (key) => {
      heard.push(`${name} ${key}`);
      return acts;
    });
  return { heard, listen, layers, press: (key: string) => press(key) };
}

test('what is in front hears first, whoever came first, and what it acts on is nobody else’s', () => {
  const { heard, listen, press } = bench();
  const stops = [
    listen('place', 'place', false),
    listen('frame', 'frame', true),
    listen('part', 'details', true),
    listen('dialog', 'dialog', false),
  ];
  press('Esc');
  expect(heard).toEqual(['dialog Esc', 'details Esc']);
  stops[2]?.();
  press('Esc');
  expect(heard.slice(2)).toEqual(['dialog Esc', 'place Esc', 'frame Esc']);
});

test('within a layer the latest hears first', () => {
  const { heard, listen, press } = bench();
  listen('part', 'old', true);
  const stop = listen('part', 'new', true);
  press('1');
  stop();
  press('2');
  expect(heard).toEqual(['new 1', 'old 2']);
});

test('who comes by a press does not hear of it', () => {
  const { heard, listen, layers, press } = bench();
  layers.listen('dialog', () => {
    listen('frame', 'late', true);
    return false;
  });
  press('1');
  expect(heard).toEqual([]);
});
