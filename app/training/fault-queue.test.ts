import { beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { FaultQueue } from './fault-queue.ts';

const schema = z.object({ name: z.string(), operation: z.string(), times: z.int().nullable() });
type Fault = z.output<typeof schema>;

let faults: FaultQueue<Fault>;

beforeEach(() => {
  faults = new FaultQueue(schema);
});

function taken(operation: string, takes: (fault: Fault) => boolean = () => true): string[] {
  const names: string[] = [];
  faults.offer(operation, (fault) => {
    const hit = takes(fault);
    if (hit) names.push(fault.name);
    return hit;
  });
  return names;
}

test('each is taken as often as it says, in the order in which they were set', () => {
  faults.add({ name: 'a', operation: 'all', times: 2 });
  faults.add({ name: 'b', operation: 'all', times: 1 });
  faults.add({ name: 'c', operation: 'all', times: null });
  expect([taken('x'), taken('x'), taken('x')]).toEqual([['a', 'b', 'c'], ['a', 'c'], ['c']]);
  faults.clear();
  expect(taken('x')).toEqual([]);
});

test('one waits for its own operation', () => {
  faults.add({ name: 'a', operation: 'y', times: 1 });
  expect([taken('x'), taken('y'), taken('y')]).toEqual([[], ['a'], []]);
});

test('one that is not taken waits on', () => {
  faults.add({ name: 'a', operation: 'all', times: 1 });
  expect(taken('x', () => false)).toEqual([]);
  expect(faults.waiting).toHaveLength(1);
  expect(taken('x')).toEqual(['a']);
});
