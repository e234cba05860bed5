import { expect, test } from 'vitest';
import type { Answered, Bridge, CommandName } from '../app/contract/commands.ts';
import { problem } from '../app/domain/problem.ts';
import { fail, ok, type Result } from '../app/domain/result.ts';
import { testReceipt, testView, testWorkstation } from './fixture.ts';
import { pressGate } from './press.ts';
import { openWorkstation } from './workstation.ts';

/** A desk that answers every command the same way and pushes what the test wants. */
function testDesk(answer: (command: string) => Promise<unknown>, revision = 0) {
  const listeners: ((view: unknown) => void)[] = [];
  function invoke<Name extends CommandName>(command: Name): Promise<Answered<Name>>;
  async function invoke(command: CommandName): Promise<unknown> {
    return { answer: await answer(command), revision };
  }
  const bridge: Bridge = {
    invoke,
    subscribe: (listener) => {
      listeners.push(listener);
      return () => {};
    },
  };
  const push = (view: unknown) => {
    for (const listener of listeners) listener(structuredClone(view));
  };
  return { bridge, push };
}

const answering = (result: Result<unknown, unknown>) => async (command: string) =>
  command === 'view.current' ? ok(testView()) : result;

test('shows the current snapshot and every later one', async () => {
  const desk = testDesk(answering(ok(undefined)));
  const { screen } = openWorkstation(desk.bridge);
  await expect.poll(() => screen.getState().view?.revision).toBe(1);
  desk.push(testView({ revision: 2, queue: 4 }));
  expect(screen.getState().view?.queue).toBe(4);
});

test('an answer counts only once the screen shows what it caused', async () => {
  const desk = testDesk(answering(ok(undefined)), 2);
  const { screen, run } = openWorkstation(desk.bridge);
  await expect.poll(() => screen.getState().view?.revision).toBe(1);
  const seen: (number | undefined)[] = [];
  const running = run('sale.new', undefined).then(() => seen.push(screen.getState().view?.revision));
  await new Promise((resolve) => setTimeout(resolve));
  expect(seen).toEqual([]);
  desk.push(testView({ revision: 2 }));
  await running;
  expect(seen).toEqual([2]);
});

test('what the screen asks by itself takes no message away, and says when it fails', async () => {
  const desk = testDesk(answering(ok({ rows: [], total: 0 })));
  const { screen, read, ask, refuse } = openWorkstation(desk.bridge);
  await expect.poll(() => screen.getState().view?.revision).toBe(1);
  const range = { filter: { from: null, until: null, text: '', state: null }, offset: 0, most: 1 };
  refuse(problem('busy'));
  expect(await read('journal.list', range)).toEqual({ rows: [], total: 0 });
  expect(screen.getState().failure).toEqual(problem('busy'));
  await ask('journal.list', range);
  expect(screen.getState().failure).toBeNull();

  const failing = testDesk(async (command) => {
    if (command === 'view.current') return ok(testView());
    return asked++ === 0 ? fail(problem('internal')) : ok({ rows: [], total: 0 });
  });
  let asked = 0;
  const again = openWorkstation(failing.bridge);
  expect(await again.read('journal.list', range)).toBeNull();
  expect(again.screen.getState().failure).toEqual(problem('internal'));
  expect(await again.read('journal.list', range)).not.toBeNull();
  expect(again.screen.getState().failure).toBeNull();

  const broken = openWorkstation(testDesk(answering(fail(problem('internal')))).bridge);
  expect(await broken.read('journal.list', range)).toBeNull();
  expect(broken.screen.getState().failure).toEqual(problem('internal'));
});

test('while a button is held down neither a snapshot nor an answer changes the screen', async () => {
  let release = () => {};
  const gate = pressGate((_delayMs, task) => {
    release = task;
    return () => {};
  });
  const desk = testDesk(answering(fail(problem('sale-empty'))));
  const { screen, run } = openWorkstation(desk.bridge, gate);
  await expect.poll(() => screen.getState().view?.revision).toBe(1);
  gate.begin();
  const running = run('sale.new', undefined);
  desk.push(testView({ revision: 2 }));
  desk.push(testView({ revision: 3 }));
  await new Promise((resolve) => setTimeout(resolve));
  expect(screen.getState()).toMatchObject({ view: { revision: 1 }, failure: null });
  release();
  expect(screen.getState().view?.revision).toBe(3);
  expect(await running).toBe(false);
  expect(screen.getState().failure).toEqual(problem('sale-empty'));
});

test('a snapshot that breaks the contract is not shown but told of', async () => {
  const desk = testDesk(answering(ok(undefined)));
  const { screen } = openWorkstation(desk.bridge);
  await expect.poll(() => screen.getState().view).not.toBeNull();
  desk.push({ ...testView({ revision: 2 }), queue: 'many' });
  expect(screen.getState().view?.revision).toBe(1);
  expect(screen.getState().failure).toEqual(problem('internal'));
});

test('a refused command says why, until the next one', async () => {
  const answers: Result<unknown, unknown>[] = [fail(problem('sale-empty')), ok(undefined)];
  const desk = testDesk(async (command) => (command === 'view.current' ? ok(testView()) : answers.shift()));
  const { screen, run } = openWorkstation(desk.bridge);
  expect(await run('sale.new', undefined)).toBe(false);
  expect(screen.getState().failure).toEqual(problem('sale-empty'));
  expect(await run('sale.new', undefined)).toBe(true);
  expect(screen.getState().failure).toBeNull();
});

test('a question gives its answer, as the contract has it', async () => {
  const receipts: unknown[] = [testReceipt()];
  const desk = testDesk(answering(ok(receipts)));
  const { screen, ask } = openWorkstation(desk.bridge);
  expect(await ask('receipts.find', { text: '' })).toEqual([testReceipt()]);
  receipts.push({ id: 7 });
  expect(await ask('receipts.find', { text: '' })).toBeNull();
  expect(screen.getState().failure).toEqual(problem('internal'));
});

test('a refused question gives no answer but its reason', async () => {
  const desk = testDesk(answering(fail(problem('receipt-not-found'))));
  const { screen, ask } = openWorkstation(desk.bridge);
  expect(await ask('return.preview', { receipt: 'r', lines: [{ index: 1, quantity: 1000 }] })).toBeNull();
  expect(screen.getState().failure).toEqual(problem('receipt-not-found'));
});

test('knows which commands are on their way', async () => {
  let release = (_answer: unknown) => {};
  const answer = new Promise<unknown>((resolve) => {
    release = resolve;
  });
  const desk = testDesk(async (command) => (command === 'view.current' ? ok(testView()) : answer));
  const { screen, run } = openWorkstation(desk.bridge);
  const [first, second] = [run('sale.new', undefined), run('pin.ask', undefined)];
  expect(screen.getState().running).toEqual(['sale.new', 'pin.ask']);
  release(ok(undefined));
  await Promise.all([first, second]);
  expect(screen.getState().running).toEqual([]);
});

test('a bridge that breaks leaves a message, not silence', async () => {
  const desk = testDesk(async () => {
    throw new Error('no handler');
  });
  const { screen, run } = openWorkstation(desk.bridge);
  expect(await run('sale.new', undefined)).toBe(false);
  expect(screen.getState().failure).toEqual(problem('internal'));
});

test('what a person typed and no command takes is told as that, and is not sent', async () => {
  const { workstation, asked, state } = await testWorkstation(testView());
  for (const code of ['', ' ', 'x'.repeat(10_000)]) {
    expect(await workstation.run('promo.enter', { code })).toBe(false);
    expect(state().failure).toEqual(problem('entry-not-accepted'));
  }
  expect(asked).toEqual([]);
});
