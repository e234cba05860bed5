import { expect, onTestFinished, test } from 'vitest';
import { kopecks, ZERO } from '../../app/domain/money.ts';
import { problem } from '../../app/domain/problem.ts';
import { fail, ok, type Result } from '../../app/domain/result.ts';
import type { LoyaltyGateway } from '../../app/sale/ports.ts';
import { rung, settle } from '../../app/testing/cashier.ts';
import { answers, openTill, written } from '../../app/testing/till.ts';
import { payAtDrawer } from './pay-at-drawer.ts';

const SHUT = fail(problem('drawer-not-opened', { cause: 'printer-paper-out' }));
const SUM = kopecks(5690);

/** A till with a receipt of 56.90 on the desk, and a drawer. */
async function tillWithDrawer(
  loyalty: LoyaltyGateway = answers(),
  result: Result<undefined, ReturnType<typeof problem>> = ok(undefined),
) {
  const till = openTill(loyalty, onTestFinished);
  await rung(till);
  const opened: string[] = [];
  const printers = {
    async paidInCash() {
      opened.push(till.desk.state.sale.stage.at);
      return result;
    },
  };
  const pay = async (due = SUM, cash = SUM) => {
    const done = await payAtDrawer(till.desk, printers, due, { cash, card: kopecks(SUM - cash) });
    await settle();
    return done;
  };
  return { till, opened, pay };
}

test('the drawer opens once the payment stands in the journal, before the service has answered', async () => {
  const { opened, pay } = await tillWithDrawer();
  expect(await pay()).toEqual(ok(undefined));
  expect(opened).toEqual(['writing']);
});

test('a payment that is refused leaves it shut', async () => {
  const { till, opened, pay } = await tillWithDrawer();
  expect(await pay(kopecks(5000))).toEqual(fail({ code: 'due-changed' }));
  const calculating = till.desk.loyalty.calculate(ZERO);
  expect(await pay()).toEqual(fail({ code: 'busy' }));
  await calculating;
  till.desk.newSale();
  expect(await pay()).toMatchObject({ ok: false });
  expect(opened).toEqual([]);
});

test('a payment without cash leaves it shut', async () => {
  const { opened, pay } = await tillWithDrawer();
  expect(await pay(SUM, ZERO)).toEqual(ok(undefined));
  expect(opened).toEqual([]);
});

test('that it stayed shut is told, also when the service answers later', async () => {
  let answer: () => void = () => {};
  const write: LoyaltyGateway['write'] = () => new Promise((resolve) => (answer = () => resolve(ok(written))));
  const { till, pay } = await tillWithDrawer(answers({ write }), SHUT);
  const paying = pay();
  await settle();
  answer();
  expect(await paying).toEqual(ok(undefined));
  expect(till.desk.state).toMatchObject({
    sale: { stage: { at: 'written' } },
    notice: { code: 'drawer-not-opened', tone: 'warning', params: { cause: 'printer-paper-out' } },
  });
});

test('what became of the receipt is more', async () => {
  const { till, pay } = await tillWithDrawer(answers({ write: async () => fail({ kind: 'unreachable' }) }), SHUT);
  await pay();
  expect(till.desk.state.notice?.code).toBe('receipt-queued');
});
