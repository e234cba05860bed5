import { beforeEach, expect, test } from 'vitest';
import { Faults } from './faults.ts';

let faults: Faults;

beforeEach(() => {
  faults = new Faults();
});

function kinds(times: number): (string | null)[] {
  return Array.from({ length: times }, () => faults.take('write').outcome?.kind ?? null);
}

test('hits the next request once, unless told otherwise', () => {
  faults.add({ kind: 'html' });
  expect(kinds(2)).toEqual(['html', null]);
});

test('hits the next n requests, or all until cleared', () => {
  faults.add({ kind: 'html', times: 2 });
  faults.add({ kind: 'huge', times: null });
  expect(kinds(4)).toEqual(['html', 'html', 'huge', 'huge']);
  faults.clear();
  expect(kinds(1)).toEqual([null]);
});

test('waits for its own operation', () => {
  faults.add({ kind: 'html', operation: 'rollback' });
  expect(kinds(1)).toEqual([null]);
  expect(faults.take('rollback').outcome?.kind).toBe('html');
});

test('latency and missing envelopes come with any other fault', () => {
  faults.add({ kind: 'latency', ms: 50 });
  faults.add({ kind: 'drop-before' });
  faults.add({ kind: 'bare' });
  faults.add({ kind: 'latency', ms: 20 });
  expect(faults.take('calculate')).toMatchObject({ latencyMs: 70, bare: true, outcome: { kind: 'drop-before' } });
  expect(faults.take('calculate')).toEqual({ latencyMs: 0, bare: false, refusals: null, outcome: null });
});
