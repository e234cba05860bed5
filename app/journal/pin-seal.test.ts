import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { kopecks, ZERO } from '../domain/money.ts';
import { ONE } from '../domain/quantity.ts';
import type { ReceiptId } from '../domain/receipt.ts';
import { newSale } from '../sale/sale.ts';
import { calculationOf, having, water } from '../testing/fixtures.ts';
import { temporaryFolder } from '../testing/folder.ts';
import { TestClock } from '../testing/till.ts';
import { openDatabase } from './database.ts';
import { openJournal } from './journal.ts';
import { forgetfulSeal, pinSeal } from './pin-seal.ts';

const PIN = 'pin-of-a-certificate';
const seal = pinSeal(() => Buffer.alloc(32, 1));

const open = having(
  newSale('receipt-1' as ReceiptId, 1),
  { kind: 'line-added', product: water, quantity: ONE },
  {
    kind: 'certificate-added',
    certificate: { code: '8800000000000202', pin: PIN, amount: kopecks(1000), balance: kopecks(3000) },
  },
);
const payment = { cash: kopecks(3990), card: ZERO, change: ZERO };
const request = {
  receiptId: open.id,
  calculationId: 'calculation',
  number: 1,
  at: 0,
  cashier: '',
  payment,
  customerToken: null,
  lines: open.lines,
  redemption: ZERO,
  certificates: open.certificates.map(({ code, pin, amount }) => ({ code, pin, amount })),
  promo: null,
};
const ready = having(open, { kind: 'calculated', calculation: calculationOf(request, ZERO) });
const writing = having(ready, { kind: 'write-started', payment });

function database() {
  const dir = temporaryFolder(onTestFinished);
  const opened = openDatabase(path.join(dir, 'journal.sqlite'));
  if (!opened.ok) throw new Error(opened.error.kind);
  const db = opened.value;
  onTestFinished(() => {
    db.close();
  });
  const bytes = () => Buffer.concat(readdirSync(dir).map((name) => readFileSync(path.join(dir, name))));
  return { db, bytes };
}

test('a PIN opens with its key alone, never looks the same twice, and one of an older program is read', () => {
  const stored = seal.seal(PIN);
  expect(stored).not.toContain(PIN);
  expect(seal.seal(PIN)).not.toBe(stored);
  expect([seal.open(stored), forgetfulSeal().open(stored)]).toEqual([PIN, null]);
  expect([seal.seal(''), seal.open(''), seal.open('4831')]).toEqual(['', '', '4831']);
  const bytes = Buffer.from(stored.slice(5), 'base64');
  bytes[20] = (bytes[20] ?? 0) ^ 1;
  for (const broken of [`gcm1:${bytes.toString('base64')}`, 'gcm1:', 'gcm1:AAAA', stored.slice(0, -8)]) {
    expect(seal.open(broken)).toBeNull();
  }
});

test('while its receipt is open and while it waits for the service a PIN is in no file in clear', () => {
  const { db, bytes } = database();
  const { journal, outbox } = openJournal(db, new TestClock(), '', seal);
  journal.save(open, null, { kind: 'held' });
  expect(journal.current()).toEqual(open);
  const entry = journal.intend(writing, request);
  expect(outbox.get(entry)).toMatchObject({ request });
  expect(outbox.list(1)).toMatchObject([{ request }]);
  expect(bytes().includes('8800000000000202')).toBe(true);
  expect(bytes().includes(PIN)).toBe(false);
  const held = having(newSale('receipt-2' as ReceiptId, 2), { kind: 'line-added', product: water, quantity: ONE });
  journal.save({ ...held, certificates: open.certificates, stage: { at: 'held' } }, null, { kind: 'held' });
  expect(journal.held()[0]?.certificates).toEqual(open.certificates);
  expect(bytes().includes(PIN)).toBe(false);
});

test('what an older program left in clear is sealed when the journal opens', () => {
  const { db, bytes } = database();
  const { journal } = openJournal(db, new TestClock(), '', { seal: (pin) => pin, open: (pin) => pin });
  journal.save(open, null, { kind: 'held' });
  const entry = journal.intend(writing, request);
  expect(bytes().includes(PIN)).toBe(true);
  const again = openJournal(db, new TestClock(), '', seal);
  expect([again.journal.current(), again.outbox.get(entry)?.request]).toEqual([writing, request]);
  db.pragma('wal_checkpoint(TRUNCATE)');
  expect(bytes().includes(PIN)).toBe(false);
});

test('without its key a certificate says that its PIN is forgotten', () => {
  const { db } = database();
  openJournal(db, new TestClock(), '', seal).journal.save(open, null, { kind: 'held' });
  const { journal } = openJournal(db, new TestClock(), '', forgetfulSeal());
  expect(journal.current()?.certificates).toMatchObject([{ code: '8800000000000202', pin: '', forgotten: true }]);
});
