import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { ZERO } from '../../app/domain/money.ts';
import { RECEIPT_STATES } from '../../app/domain/receipt-state.ts';
import { createMaxBonus } from '../../app/gateways/maxbonus/client.ts';
import { openReader } from '../../app/journal/database.ts';
import { CSV_COLUMNS, csvWords } from '../../app/journal/export/csv.ts';
import { exportReceipts } from '../../app/journal/export/export.ts';
import { backUp } from '../../app/journal/file/backup.ts';
import { filesOf } from '../../app/journal/file/names.ts';
import { due } from '../../app/sale/sale.ts';
import { profileSchema } from '../../app/settings/profile.ts';
import { temporaryFolder } from '../../app/testing/folder.ts';
import { openTill } from '../../app/testing/till.ts';
import { startMaxBonus } from '../../app/training/maxbonus/server.ts';
import { TRAINING_SHOP } from '../../app/training/maxbonus/shop.ts';
import { everythingIn, leaks, phonesIn } from '../support/written.ts';

const named = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, name]));
const WORDS = csvWords.parse({
  columns: named(CSV_COLUMNS),
  states: named(RECEIPT_STATES),
  decimalSign: ',',
  broken: 'broken',
});

const WATER = '4600494000218';
const PHONES = '9142718';
const CARDS = '771592653589';
const FAMILY = 'Щукоедовский';
const FIRST = 'Любозар';
const PIN = '9081726354';

const customers = Array.from({ length: 1_000 }, (_, index) => {
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
const certificates = Array.from({ length: 20 }, (_, index) => ({
  code: `88159265358979${String(index).padStart(2, '0')}`,
  pin: `${PIN}${index}`,
  balance: 1_000,
}));

/** As people say them, each customer otherwise than the one before; the last way is the card. */
function spelled({ phone, card }: (typeof customers)[number], index: number): string {
  const [, area, first, second, third] = /^7(...)(...)(..)(..)$/.exec(phone) ?? [];
  return (
    [phone, `+7 (${area}) ${first}-${second}-${third}`, `8${phone.slice(1)}`, `${area}.${first}.${second}.${third}`][
      index % 5
    ] ?? card
  );
}

test('of a thousand customers nothing is left in journal, backup and exports but the ends of their phones', {
  timeout: 120_000,
}, async () => {
  const emulator = await startMaxBonus({ seed: 1, shop: { ...TRAINING_SHOP, customers, certificates } });
  onTestFinished(() => emulator.close());
  const { url: baseUrl, token } = emulator;
  const { maxbonus } = profileSchema.parse({
    version: 1,
    outlet: { name: 'Магазин', till: 'Касса' },
    maxbonus: { baseUrl, token, writeTimeoutMs: 2_000 },
  });
  if (!maxbonus) throw new Error('no settings');
  const dir = temporaryFolder(onTestFinished);
  const { desk, clock } = openTill(createMaxBonus(maxbonus), onTestFinished, dir);
  const says = (phone: string) =>
    `Карта ${CARDS}0001, телефон +7 (${phone.slice(1, 4)}) ${phone.slice(4)}, ключ ${token}`;
  const found = async (secrets: Readonly<Record<string, string>>) => {
    const all = await everythingIn([dir], []);
    return [...leaks(all, secrets), ...phonesIn(all, PHONES).map((file) => `${file}: phone`)];
  };

  const idle = async (): Promise<void> => {
    while (desk.state.busy) await setImmediate();
  };

  for (const [index, customer] of customers.entries()) {
    desk.scanned({ text: WATER, source: 'serial', at: 0 });
    await desk.codes.customerEntered(spelled(customer, index));
    await idle();
    expect(desk.state.sale.customer?.phoneEnding).toBe(customer.phone.slice(-4));
    const certificate = index % 50 === 0 ? certificates[index / 50] : undefined;
    if (certificate) {
      await desk.tender.lookUp(certificate.code, certificate.pin);
      await desk.tender.addCertificate(due(desk.state.sale));
      expect(desk.state.sale.certificates).toHaveLength(1);
    }
    if (index % 40 === 0) emulator.control.faults.add({ kind: 'drop-after-commit', operation: 'write' });
    if (index % 80 === 0) {
      emulator.control.faults.add({ kind: 'refused', message: says(customer.phone), operation: 'rollback' });
    }
    const sum = due(desk.state.sale);
    await desk.pay(sum, { cash: sum, card: ZERO });
    await idle();
    if (index % 400 === 0) expect(await found({ token, PIN })).toEqual([]);
    for (let again = 0; again < 5 && desk.state.sale.stage.at !== 'written'; again++) {
      await desk.resolve();
      await idle();
    }
    expect(desk.state.sale.stage.at).toBe('written');
    desk.newSale();
  }
  expect(emulator.control.ledger().receipts).toHaveLength(customers.length);

  const files = filesOf(path.join(dir, 'journal.sqlite'));
  const opened = openReader(files.journal);
  if (!opened.ok) throw new Error(opened.error.kind);
  const reader = opened.value;
  await backUp(reader, files, clock.now());
  mkdirSync(path.join(dir, 'exports'));
  const filter = { text: '', from: null, until: null, state: null };
  for (const format of ['csv', 'json'] as const) {
    const file = path.join(dir, 'exports', format);
    expect(await exportReceipts(reader, { filter, format, file, words: WORDS })).toEqual({ ok: true, value: 1_000 });
  }
  reader.close();
  const gone = { token, PIN, card: CARDS, certificate: '88159265358979', family: FAMILY, name: FIRST };
  const names = (await everythingIn([dir], [])).map((one) => one.file);
  expect(names.some((name) => name.startsWith('backups'))).toBe(true);
  expect((await found(gone)).filter((leak) => !leak.startsWith('journal.sqlite-wal'))).toEqual([]);
});
