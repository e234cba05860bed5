import type { Page } from '@playwright/test';
import type { BenefitCaseView } from '../../app/contract/benefit.ts';
import { kopecks, ZERO } from '../../app/domain/money.ts';
import { TRAINING_BARCODES } from '../../app/training/ecs/bank.ts';
import type { Random } from '../../app/training/random.ts';
import { command, commanded } from '../support/desk.ts';
import { expect, type Till } from '../support/till.ts';

/** A cashier who sells at random, from a seed, and remembers which receipts the till said were done. */

const GOODS = ['4600494000218', '4680000000017', '4601234500043', '4607001234562'];
/** Their holders take bonuses off without a PIN. */
const CARDS = ['7700001110055002', '7700001233377001'];

export type Cashier = {
  /** Sells, and now and then takes something back or serves a benefit, until it throws because the till is gone. */
  work(till: Till): Promise<void>;
  /** Receipts and benefits, by their numbers, that the till said were written and confirmed. */
  readonly acknowledged: ReadonlySet<string>;
};

export function cashier(random: Random): Cashier {
  const acknowledged = new Set<string>();
  const pick = <One>(all: readonly One[]): One => {
    const one = all[random(all.length)];
    if (one === undefined) throw new RangeError('nothing to pick from');
    return one;
  };

  async function sell(page: Page, till: Till): Promise<void> {
    const goods = Array.from({ length: 1 + random(3) }, () => pick(GOODS));
    const isKnown = random(3) > 0;
    await till.scan(...goods, ...(isKnown ? [pick(CARDS)] : []));
    await expect
      .poll(async () => {
        const { sale, busy } = await commanded(page, 'view.current', undefined);
        return busy === null && sale.lines.length > 0 && (!isKnown || sale.customer !== null);
      })
      .toBe(true);
    const redemption = isKnown && random(2) === 0 ? kopecks(100 * (1 + random(5))) : ZERO;
    const calculated = await command(page, 'sale.calculate', { redemption });
    const { sale } = await commanded(page, 'view.current', undefined);
    if (!calculated.ok || sale.pin.needed) return;
    const { due } = sale.totals;
    const paid = await command(
      page,
      'sale.pay',
      random(2) === 0 ? { due, cash: due, card: ZERO } : { due, cash: ZERO, card: due },
    );
    const after = await commanded(page, 'view.current', undefined);
    if (paid.ok && after.sale.stage === 'written') acknowledged.add(`receipt ${after.sale.number}`);
    // The next customer waits, or this one has the money back.
    if (after.sale.stage === 'in-doubt') await command(page, random(2) === 0 ? 'sale.park' : 'sale.abandon', undefined);
  }

  async function takeBack(page: Page): Promise<void> {
    const [receipt] = (await commanded(page, 'receipts.find', { text: '' })).filter(({ lines }) =>
      lines.some(({ returnable }) => returnable > 0),
    );
    const line = receipt?.lines.find(({ returnable }) => returnable >= 1000);
    if (!receipt || !line || line.weighed) return;
    await command(page, 'return.write', { receipt: receipt.id, lines: [{ index: line.index, quantity: 1000 }] });
  }

  /** A holder of a card gets bread with a benefit, or does without; where there is no ЕЦС, nothing happens. */
  async function serveBenefit(page: Page): Promise<void> {
    if (!(await commanded(page, 'view.current', undefined)).benefits) return;
    const [bread] = await commanded(page, 'benefit.services', undefined);
    if (!bread) return;
    await commanded(page, 'benefit.choose', { service: bread.id });
    await commanded(page, 'benefit.card', { text: TRAINING_BARCODES.family, series: null });
    await command(page, 'benefit.check', { photoCompared: true, price: null });
    const found = await caseOf(page, ({ stage }) => stage === 'found');
    const category = found?.categories[0];
    if (!found || !category) return;
    const caseId = found.id;
    if (random(4) === 0) await command(page, 'benefit.decline', { caseId });
    else {
      const decision = { caseId, categoryId: category.id, price: null, discountedPrice: null, onto: null };
      await command(page, 'benefit.give', decision);
      const now = await caseOf(page, ({ id }) => id === caseId);
      if (now?.stage === 'confirmed') acknowledged.add(`benefit ${caseId}`);
    }
  }

  return {
    acknowledged,
    async work(till) {
      // This window alone: the one after it is another cashier's.
      const { page } = till;
      for (;;) {
        const what = random(6);
        if (what === 0) await takeBack(page);
        else if (what === 1) await serveBenefit(page);
        else await sell(page, till);
      }
    },
  };
}

async function caseOf(page: Page, wanted: (one: BenefitCaseView) => boolean): Promise<BenefitCaseView | undefined> {
  return (await commanded(page, 'view.current', undefined)).benefits?.cases.find(wanted);
}
