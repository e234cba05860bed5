import { expect, test } from 'vitest';
import { pressGate } from './press.ts';

/** A gate whose time stands until it is moved, and what was done so far. */
function testGate() {
  let now = 0;
  let timer: { readonly at: number; readonly task: () => void } | null = null;
  const done: string[] = [];
  const gate = pressGate((delayMs, task) => {
    const mine = { at: now + delayMs, task };
    timer = mine;
    return () => {
      if (timer === mine) timer = null;
    };
  });
  return {
    ...gate,
    done,
    does: (what: string) => gate.afterwards(() => done.push(what)),
    wait(ms: number) {
      now += ms;
      if (!timer || timer.at > now) return;
      const { task } = timer;
      timer = null;
      task();
    },
  };
}

test('nothing waits while no button is held down', () => {
  const gate = testGate();
  gate.does('snapshot');
  expect(gate.done).toEqual(['snapshot']);
});

test('what comes while a button is held down waits for the click behind its release, in its order', () => {
  const gate = testGate();
  gate.begin();
  gate.does('snapshot');
  gate.does('answer');
  gate.wait(300);
  gate.end(0);
  gate.does('another snapshot');
  expect(gate.done).toEqual([]);
  gate.wait(0);
  expect(gate.done).toEqual(['snapshot', 'answer', 'another snapshot']);
  expect(gate.held()).toBe(false);
});

test('a button held down for ever does not stop the screen', () => {
  const gate = testGate();
  gate.begin();
  gate.does('snapshot');
  gate.wait(1_000);
  expect(gate.done).toEqual(['snapshot']);
  gate.does('next');
  gate.end(0);
  expect(gate.done).toEqual(['snapshot', 'next']);
});

test('a second press begins before the first is over', () => {
  const gate = testGate();
  gate.begin();
  gate.end(100);
  gate.begin();
  gate.does('snapshot');
  gate.wait(100);
  expect(gate.done).toEqual([]);
  gate.end(0);
  gate.wait(0);
  expect(gate.done).toEqual(['snapshot']);
});
