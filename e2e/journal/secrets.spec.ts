import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import type { CommandName } from '../../app/contract/commands.ts';
import { TRAINING_BANK, TRAINING_DISCOUNTS } from '../../app/training/ecs/bank.ts';
import { type EcsEmulator, startEcs } from '../../app/training/ecs/server.ts';
import { TRAINING_SHOP } from '../../app/training/maxbonus/shop.ts';
import { commanded, viewOf } from '../support/desk.ts';
import { expect, openTill, surround, type Till, test } from '../support/till.ts';
import { everythingIn, leaks, phonesIn } from '../support/written.ts';
import { chooseFile } from './journal-screen.ts';

const WATER = '4600494000218';
const CUSTOMERS = 12;
/** A thousand are sold to without a window, in thousand-customers.test.ts. How the phones of all of them begin, without the country; cards and names have a part of their own too. */
const PHONES = '9142718';
const CARDS = '771592653589';
const FAMILY = 'Щукоедовский';
const FIRST = 'Любозар';
const CERTIFICATE = { code: '8815926535897932', pin: 'ПИН-9081726354', balance: 5_000 };

const customers = Array.from({ length: CUSTOMERS }, (_, index) => {
  const ending = String(index).padStart(3, '0');
  return {
    phone: `7${PHONES}${ending}`,
    firstName: `${FIRST}${ending}`,
    patronymic: 'Иванович',
    familyName: `${FAMILY}${ending}`,
    card: `${CARDS}0${ending}`,
    balance: 100,
    accrualPercent: 5,
    needsPin: false,
    hasChatBot: true,
  };
});

/** Every customer buys something, known by phone in one spelling or another, or by card; gives what was refused. */
const SELL_TO_ALL = `(async (people) => {
  const call = async (name, input) => {
    const { answer } = await workstation.invoke(name, input);
    if (answer.ok || answer.error.code !== 'busy') return answer;
    await new Promise((resolve) => setTimeout(resolve, 20));
    return call(name, input);
  };
  const refused = [];
  for (const [index, { phone, card }] of people.entries()) {
    const [, a, b, c, d] = /^7(...)(...)(..)(..)$/.exec(phone);
    const spelled = [phone, '+7 (' + a + ') ' + b + '-' + c + '-' + d, '8' + phone.slice(1), card][index % 4];
    const added = await call('sale.enter', { text: '${WATER}' });
    const known = await call('customer.identify', { text: spelled });
    const { due } = (await call('view.current')).value.sale.totals;
    const paid = await call('sale.pay', { due, cash: due, card: 0 });
    await call('sale.new');
    for (const answer of [added, known, paid]) if (!answer.ok) refused.push([spelled, answer.error.code]);
  }
  return refused;
})`;

/** A command that waits for what the window has just begun. */
function call(page: Page, name: CommandName, input?: unknown): Promise<unknown> {
  return page.evaluate(
    async ([command, value]) => {
      for (;;) {
        const { answer } = await Reflect.get(globalThis, 'workstation').invoke(command, value);
        if (answer.ok || answer.error.code !== 'busy') return answer;
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    },
    [name, input] as const,
  );
}

async function openHere(): Promise<{ till: Till; ecs: EcsEmulator; secrets: Readonly<Record<string, string>> }> {
  const ecs = await startEcs({ seed: 314, bank: TRAINING_BANK, variant: { connectionType: 1 } });
  const { url: baseUrl, clientId, clientSecret, terminalId } = ecs;
  const around = await surround(
    (profile) => ({
      ...profile,
      ecs: { baseUrl, clientId, clientSecret, terminalId, connectionType: 1, discounts: TRAINING_DISCOUNTS },
    }),
    { ...TRAINING_SHOP, customers: [...TRAINING_SHOP.customers, ...customers], certificates: [CERTIFICATE] },
  );
  // What the program leaves among temporary files is looked through too.
  const temporary = path.join(around.dataDir, 'temporary');
  await mkdir(temporary);
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = temporary;
  const till = await openTill(around);
  if (before === undefined) delete process.env['TMPDIR'];
  else process.env['TMPDIR'] = before;
  const secrets = {
    token: around.maxbonus.token,
    'secret of the ЕЦС': clientSecret,
    'PIN of a certificate': CERTIFICATE.pin,
  };
  return { till, ecs, secrets };
}

test('customers and secrets are searched for in all that the program writes, and none is found', {
  tag: ['@journal', '@hardening'],
}, async () => {
  const { till, ecs, secrets } = await openHere();
  const { page, maxbonus, dataDir, profileFile } = till;
  expect(await page.evaluate(`${SELL_TO_ALL}(${JSON.stringify(customers)})`)).toEqual([]);
  const written = () => everythingIn([dataDir], [profileFile]);
  const found = async (sought: Readonly<Record<string, string>>) => {
    const all = await written();
    return [...leaks(all, sought), ...phonesIn(all, PHONES).map((file) => `${file}: phone`)];
  };

  // A receipt with a certificate whose write nobody answers; the service says things in its errors that it should not.
  await commanded(page, 'sale.enter', { text: WATER });
  const says = `Карта ${CARDS}0001, тел. +7 (914) 271-80-01, ключ ${secrets['token']}`;
  maxbonus.control.faults.add({ kind: 'refused', message: says, operation: 'identifyByPhone' });
  await call(page, 'customer.identify', { text: '+79142718001' });
  expect(await call(page, 'customer.identify', { text: '8 (914) 271-80-01' })).toMatchObject({ ok: true });
  const { code, pin } = CERTIFICATE;
  expect(await call(page, 'certificate.look', { code, pin })).toMatchObject({ ok: true });
  expect(await call(page, 'certificate.add', { amount: 1_000 })).toMatchObject({ ok: true });
  expect(await found(secrets)).toEqual([]);
  maxbonus.control.faults.add({ kind: 'drop-after-commit', operation: 'write' });
  maxbonus.control.faults.add({ kind: 'refused', message: says, operation: 'rollback', times: null });
  const { due } = (await viewOf(page)).sale.totals;
  await call(page, 'sale.pay', { due, cash: due, card: 0 });
  expect(await found(secrets)).toEqual([]);
  maxbonus.control.faults.clear();
  await call(page, 'sale.resolve');
  await expect.poll(async () => (await viewOf(page)).sale.stage).toBe('written');

  for (const format of ['csv', 'json'] as const) {
    await chooseFile(till, path.join(dataDir, `export.${format}`));
    await commanded(page, 'journal.export', { filter: { text: '', from: null, until: null, state: null }, format });
  }
  await commanded(page, 'sale.new', undefined);
  await till.app.close();
  expect((await written()).length).toBeGreaterThan(10);
  const everything = {
    ...secrets,
    card: CARDS,
    'name of a customer': FAMILY,
    certificate: CERTIFICATE.code,
    'first name': FIRST,
  };
  expect(await found(everything)).toEqual([]);
  await Promise.all([till.close(), ecs.close()]);
});
