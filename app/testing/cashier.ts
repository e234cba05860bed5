import { ZERO } from '../domain/money.ts';
import type { Scan } from '../domain/scan.ts';
import type { Done } from '../sale/workspace.ts';
import { bag, water } from './fixtures.ts';
import type { TestTill } from './till.ts';

/** What a cashier does at a till under test. */

export const WATER = water.barcode ?? '';
/** Of the one customer that the service of a test knows. */
export const CARD = '7770000000003377';

export const scan = (text: string): Scan => ({ text, source: 'serial', at: 0 });

/** Lets answers that are already there come in. */
export const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Two goods and a customer on the desk, calculated. */
export async function rung({ desk }: TestTill): Promise<void> {
  desk.scanned(scan(WATER));
  desk.scanned(scan(bag.barcode ?? ''));
  desk.scanned(scan(CARD));
  await settle();
}

/** Pays what is due; an answer that is lost is looked into once. */
export async function payCash({ desk }: TestTill): Promise<Done> {
  const sum = desk.state.sale.calculation?.due ?? ZERO;
  const done = await desk.pay(sum, { cash: sum, card: ZERO });
  await settle();
  return done;
}

export const stage = ({ desk }: TestTill): string => desk.state.sale.stage.at;
