import { readFile } from 'node:fs/promises';
import path from 'node:path';
import Database from 'better-sqlite3';
import { z } from 'zod';
import type { CommandName } from '../../app/contract/commands.ts';
import { problemSchema } from '../../app/contract/problem.ts';
import { commanded, viewOf } from '../support/desk.ts';
import { type Junk, junkCalls } from '../support/junk.ts';
import { payByCard } from '../support/screen.ts';
import { expect, type Till, test } from '../support/till.ts';

const WATER = '4600494000218';
const CARD = '7700001110055002';
/** So many at once, and no more for a moment: the limit of calls would refuse the window's own. */
const AT_ONCE = 120;
const PAUSE_MS = 300;

const refusals = z.array(
  z.union([
    z
      .object({ answer: z.object({ ok: z.literal(false), error: problemSchema }) })
      .transform(({ answer }) => answer.error.code),
    // What the bridge cannot even copy never leaves the page.
    z.object({ thrown: z.string() }).transform(() => 'not sent' as const),
  ]),
);

/** In the shape of the contract, and of nothing that there is. */
const NOWHERE: readonly (readonly [CommandName, input: string])[] = [
  ['line.remove', '{ index: 2 ** 53 - 1 }'],
  ['line.setQuantity', '{ index: 99, quantity: 1000 }'],
  ['sale.add', '{ code: "__proto__" }'],
  ['certificate.add', '{ amount: 1 }'],
  ['pin.check', '{ pin: "0000" }'],
  ['receipt.takeBack', '{ receipt: "\\ud800" }'],
  ['return.preview', '{ receipt: "__proto__", lines: [{ index: 1, quantity: 1 }] }'],
  ['return.write', '{ receipt: "constructor", lines: [{ index: 1, quantity: 1 }] }'],
  ['outbox.retry', '{ id: -(2 ** 53 - 1) }'],
  ['outbox.accept', '{ id: 2 ** 53 - 1 }'],
  ['journal.details', '{ receipt: "\\u0000" }'],
  ['journal.reprint', '{ receipt: "no" }'],
  ['shift.printZ', '{ number: 2 ** 53 - 1 }'],
  ['sale.pay', '{ due: 1, cash: 1, card: 0 }'],
  [
    'registration.confirm',
    '{ pin: "0000", familyName: "", firstName: "", patronymic: "", birthday: null, gender: null }',
  ],
];

/** Makes the calls in the page; what came of each. */
async function make({ page }: Till, calls: readonly Junk[]): Promise<readonly string[]> {
  const one = ({ name, source }: Junk) => `async () => workstation.invoke(${JSON.stringify(name)}, ${source})`;
  const all = `Promise.all([${calls.map(one).join(',\n')}].map((call) => call().catch((error) => ({ thrown: String(error) }))))`;
  return refusals.parse(await page.evaluate(all));
}

test('whatever the page calls during a sale, it is refused in our words and the sale is written as it was rung up', {
  tag: ['@ui', '@hardening'],
}, async ({ till }) => {
  const seed = Number(process.env['E2E_SEED'] ?? Date.now() % 1_000_000);
  console.log(`seed of the calls: E2E_SEED=${seed}`);
  const { page, screen, app } = till;
  const main = app.process().pid;
  const calls = junkCalls(seed, 6);
  const codes = new Map<string, number>();
  let made = 0;
  const batch = async (): Promise<void> => {
    const part = calls.slice(made, made + AT_ONCE);
    made += part.length;
    for (const code of await make(till, part)) codes.set(code, (codes.get(code) ?? 0) + 1);
    await page.waitForTimeout(PAUSE_MS);
  };
  await Promise.all([till.scan(WATER, WATER), batch()]);
  await expect(screen.lines).toContainText('99,80');
  await Promise.all([till.scan(CARD), batch()]);
  await expect(screen.customer).toContainText('640,00');
  while (made < calls.length) await batch();
  expect((await viewOf(page)).sale.totals.due).toBe(9980);
  for (const [name, source] of NOWHERE) {
    const [code] = await make(till, [{ name, source }]);
    expect(code, name).not.toMatch(/^(?:internal|bad-request|not sent)$/);
  }
  expect((await viewOf(page)).sale.totals.due).toBe(9980);
  await Promise.all([payByCard(page), make(till, calls.slice(0, AT_ONCE))]);

  expect([...codes.keys()].sort()).toEqual(['bad-request', 'not sent']);
  expect(codes.get('bad-request')).toBeGreaterThan(calls.length * 0.9);
  expect(till.maxbonus.control.ledger().receipts).toHaveLength(1);
  expect(await till.nextSlip()).toMatch(/Картой +99\.80/);
  expect(app.process().pid).toBe(main);
  expect(app.process().exitCode).toBeNull();
  expect(await commanded(page, 'receipts.find', { text: '' })).toHaveLength(1);
  expect(await readFile(path.join(till.dataDir, 'logs', 'main.log'), 'utf8')).not.toMatch(/defect|uncaught|unhandled/);
  await app.close();
  const journal = new Database(path.join(till.dataDir, 'journal.sqlite'), { readonly: true });
  const rows = journal
    .prepare(
      "SELECT number, stage, head ->> '$.calculation.due' AS due, head ->> '$.stage.payment.card' AS card FROM sale",
    )
    .all();
  journal.close();
  expect(rows).toEqual([{ number: 1, stage: 'written', due: 9980, card: 9980 }]);
});
