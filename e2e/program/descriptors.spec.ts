import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test as plain } from '@playwright/test';
import { run } from '../support/run.ts';
import { payByCard } from '../support/screen.ts';
import { expect, test } from '../support/till.ts';

const WATER = '4600494000218';
const CARD = '7700001110055002';

plain(
  'a program that may open too few files for a window says how many it needs',
  {
    tag: ['@settings', '@hardening'],
  },
  async () => {
    const dir = await mkdtemp(path.join(tmpdir(), 'few-'));
    const { code, stderr } = await run(['--data-dir', dir], ['prlimit', '--nofile=80:80']);
    await rm(dir, { recursive: true });
    expect(code).toBe(1);
    expect(stderr).toContain('только 80 файлов, нужно не меньше 128');
  },
);

test('a program out of descriptors says so and sells on', { tag: ['@journal', '@hardening'] }, async ({ till }) => {
  const { page, screen, app, maxbonus } = till;
  const pid = app.process().pid ?? 0;
  await till.scan(WATER);
  await expect(screen.lines).toContainText('49,90');
  const largest = Math.max(...readdirSync(`/proc/${pid}/fd`).map(Number));
  execFileSync('prlimit', ['--pid', String(pid), `--nofile=${largest + 20}:`]);
  const leaked = await app.evaluate(() => {
    const { openSync } = process.getBuiltinModule('node:fs');
    const held: number[] = [];
    try {
      for (;;) held.push(openSync('/dev/null', 'r'));
    } catch {
      Object.assign(globalThis, { held });
    }
    return held.length;
  });
  expect(leaked).toBeGreaterThan(10);
  await expect(page.getByText('У программы открыто слишком много файлов').first()).toBeVisible();

  await till.scan(WATER, CARD);
  await expect(screen.lines).toContainText('99,80');
  await expect(screen.customer).toContainText('640,00');
  await payByCard(page);
  expect(maxbonus.control.ledger().receipts).toMatchObject([{ total: 9_980 }]);
  expect(await till.nextSlip()).toMatch(/Картой +99\.80/);

  await app.evaluate(() => {
    const { closeSync } = process.getBuiltinModule('node:fs');
    for (const one of Reflect.get(globalThis, 'held')) closeSync(one);
  });
  await till.scan(WATER);
  await expect(screen.lines).toContainText('49,90');
  await payByCard(page);
  expect(maxbonus.control.ledger().receipts).toHaveLength(2);
  const log = await readFile(path.join(till.dataDir, 'logs', 'main.log'), 'utf8');
  expect(log).toContain('descriptors-out');
  expect(log).not.toMatch(/defect|uncaught|unhandled/);
});
