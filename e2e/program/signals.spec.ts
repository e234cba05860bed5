import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { payByCard } from '../support/screen.ts';
import { expect, type Till, test } from '../support/till.ts';

const WATER = '4600494000218';
const CARD = '7700001110055002';

const file = ({ dataDir }: Till, name: string): string => path.join(dataDir, name);
const logOf = (till: Till): Promise<string> => readFile(file(till, 'logs/main.log'), 'utf8');

async function ringUp(till: Till): Promise<void> {
  await till.scan(WATER, WATER, CARD);
  await expect(till.screen.lines).toContainText('99,80');
  await expect(till.screen.customer).toContainText('640,00');
}

test('a program that is asked to end closes its journal, and goes on with the receipt at the next start', {
  tag: ['@journal', '@hardening'],
}, async ({ till }) => {
  await ringUp(till);
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
    const ended = till.app.process();
    await till.powerCut(signal, () => {
      const left = [existsSync(file(till, 'journal.sqlite-wal')), existsSync(file(till, 'backups'))];
      expect([ended.exitCode, ended.signalCode, ...left], signal).toEqual([0, null, false, true]);
    });
    await expect(till.screen.lines, signal).toContainText('99,80');
    await expect(till.screen.customer, signal).toContainText('640,00');
  }
  await payByCard(till.page);
  expect(till.maxbonus.control.ledger().receipts).toMatchObject([{ total: 9_980 }]);
  expect(await logOf(till)).not.toMatch(/recovered|damaged|uncaught|unhandled|defect/);
});

test('one that is asked to end while the service takes its time writes the receipt once', {
  tag: ['@journal', '@maxbonus', '@hardening'],
}, async ({ till }) => {
  const { page, maxbonus } = till;
  await ringUp(till);
  maxbonus.control.faults.add({ kind: 'latency', ms: 1_500, operation: 'write' });
  await page.keyboard.press('Control+Shift+F8');
  await page.getByRole('dialog').getByRole('button', { name: 'Провести чек' }).click();
  await expect.poll(() => maxbonus.control.faults.waiting.length).toBe(0);
  await till.powerCut('SIGTERM');
  await expect(till.screen.written).toBeVisible({ timeout: 15_000 });
  expect(maxbonus.control.ledger().receipts).toMatchObject([{ total: 9_980 }]);
  expect(await till.nextSlip()).toMatch(/Картой +99\.80/);
});

test('one that stood still for five seconds goes on, with what was scanned meanwhile', {
  tag: ['@scanner', '@hardening'],
}, async ({ till }) => {
  await ringUp(till);
  const { pid } = till.app.process();
  if (pid === undefined) throw new Error('no program');
  process.kill(pid, 'SIGSTOP');
  await till.scanner.type(`${WATER}\r`);
  await new Promise((resolve) => setTimeout(resolve, 5_000));
  process.kill(pid, 'SIGCONT');
  await expect(till.screen.lines).toContainText('149,70');
  await expect(till.page.getByText('Сканер в порядке')).toBeAttached();
  await till.scan(WATER);
  await expect(till.screen.lines).toContainText('199,60');
  await payByCard(till.page);
});

test('whichever process beside it is asked to end comes back, and the receipt stands', {
  tag: ['@ui', '@hardening'],
}, async ({ till }) => {
  const { app } = till;
  await ringUp(till);
  const processes = () =>
    app.evaluate(({ app: program }) =>
      program
        .getAppMetrics()
        .flatMap(({ type, name, pid }) => (type === 'Browser' ? [] : [{ kind: name ?? type, pid }])),
    );
  const before = await processes();
  const wanted = ['device host', 'GPU', 'Tab'];
  expect(before.map(({ kind }) => kind)).toEqual(expect.arrayContaining(wanted));
  for (const { pid, kind } of before) if (wanted.includes(kind)) process.kill(pid, 'SIGTERM');
  const pids = new Set(before.map(({ pid }) => pid));
  await expect
    .poll(async () => (await processes()).flatMap(({ kind, pid }) => (pids.has(pid) ? [] : [kind])), {
      timeout: 15_000,
    })
    .toEqual(expect.arrayContaining(wanted));
  // Playwright has no page that outlives its process: the program is asked.
  const shown = () =>
    app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript('document.body.innerText'),
    );
  await expect.poll(shown).toContain('99,80');
  await till.scanner.type(`${WATER}\r`);
  await expect.poll(shown).toContain('149,70');
  const pay = () =>
    app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(
        "workstation.invoke('sale.calculate', { redemption: 0 }).then(() => workstation.invoke('sale.pay', { due: 14970, cash: 0, card: 14970 }))",
      ),
    );
  // What was scanned last is calculated first.
  await expect.poll(pay).toMatchObject({ answer: { ok: true } });
  expect(till.maxbonus.control.ledger().receipts).toMatchObject([{ total: 14_970 }]);
});
