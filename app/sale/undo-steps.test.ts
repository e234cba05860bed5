import path from 'node:path';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import type { Customer } from '../domain/customer.ts';
import { kopecks, ZERO } from '../domain/money.ts';
import { ok } from '../domain/result.ts';
import { dmitry, lard, water } from '../testing/fixtures.ts';
import { temporaryFolder } from '../testing/folder.ts';
import { answers, openTill } from '../testing/till.ts';

const anna: Customer = { ...dmitry, name: 'Анна П.', phoneEnding: '0055', token: 'anna' };
const WATER = { text: water.barcode ?? '', source: 'serial', at: 0 } as const;
const settled = () => new Promise((resolve) => setTimeout(resolve));

test('a second card says who gave way, who comes back with the write-off and its PIN', async () => {
  const found: Customer[] = [dmitry, anna];
  const till = openTill(answers({ identify: async () => ok(found.shift() ?? anna) }), onTestFinished);
  const { desk } = till;
  desk.scanned(WATER);
  desk.scanned({ ...WATER, text: '7700000000003377' });
  await settled();
  await desk.loyalty.calculate(kopecks(1_000));
  await desk.loyalty.askPin();
  await desk.loyalty.checkPin('1234');
  expect(desk.state).toMatchObject({ undoable: null, sale: { redemption: 1_000, pin: { confirmedUpTo: 1_000 } } });

  desk.scanned({ ...WATER, text: '7700000000000055' });
  await settled();
  expect(desk.state).toMatchObject({
    sale: { customer: anna, redemption: 0 },
    undoable: { kind: 'customer', customer: dmitry, now: anna.name },
  });
  expect(await desk.undo.undo()).toEqual(ok(undefined));
  expect(desk.state).toMatchObject({
    undoable: null,
    sale: { customer: dmitry, redemption: 1_000, pin: { confirmedUpTo: 1_000 }, calculation: { redeemed: 1_000 } },
  });
});

test('the same customer found anew replaces nobody; one who was removed comes back', async () => {
  const { desk } = openTill(answers(), onTestFinished);
  desk.scanned({ ...WATER, text: '7700000000003377' });
  await settled();
  desk.scanned({ ...WATER, text: '7700000000003377' });
  await settled();
  expect(desk.state.undoable).toBeNull();
  desk.scanned({ ...WATER, text: '8888888888' });
  expect(desk.state).toMatchObject({ sale: { customer: null }, undoable: { kind: 'customer', now: null } });
  await desk.undo.undo();
  expect(desk.state).toMatchObject({ sale: { customer: dmitry }, undoable: null });
});

test('a customer whom the journal did not take replaced nobody', async () => {
  const found: Customer[] = [dmitry, anna];
  const dir = temporaryFolder(onTestFinished);
  const till = openTill(answers({ identify: async () => ok(found.shift() ?? anna) }), onTestFinished, dir);
  const { desk } = till;
  desk.scanned(WATER);
  desk.scanned({ ...WATER, text: '7700000000003377' });
  await settled();
  const disk = new Database(path.join(dir, 'journal.sqlite'));
  disk.exec("CREATE TRIGGER full BEFORE UPDATE ON sale BEGIN SELECT RAISE(ABORT, 'the disk is full'); END");
  disk.close();
  desk.scanned({ ...WATER, text: '7700000000000055' });
  await settled();
  expect(desk.state).toMatchObject({ sale: { customer: dmitry }, undoable: null });
});

test('a removed line comes back with its quantity, once; a new receipt forgets it', async () => {
  const { desk } = openTill(answers(), onTestFinished);
  desk.codes.entered(lard.code);
  desk.scanned(WATER);
  desk.setQuantity(1, 1_250 as never);
  desk.removeLine(1);
  expect(desk.state.undoable).toMatchObject({ kind: 'line', line: { product: { code: lard.code } } });
  await desk.undo.undo();
  await desk.undo.undo();
  expect(desk.state.sale.lines.map(({ product, quantity }) => [product.code, quantity])).toEqual([
    [water.code, 1_000],
    [lard.code, 1_250],
  ]);
  desk.removeLine(2);
  desk.newSale();
  expect(desk.state).toMatchObject({ undoable: null, sale: { redemption: ZERO } });
});
