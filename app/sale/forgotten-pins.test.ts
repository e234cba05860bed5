import { expect, onTestFinished, test } from 'vitest';
import { kopecks, ZERO } from '../domain/money.ts';
import { fail, ok } from '../domain/result.ts';
import { forgetfulSeal } from '../journal/pin-seal.ts';
import { water } from '../testing/fixtures.ts';
import { answers, openTill, type TestTill, written } from '../testing/till.ts';
import type { LoyaltyGateway } from './ports.ts';

const CODE = '8800000000000202';

async function withCertificate(loyalty: LoyaltyGateway = answers()): Promise<TestTill> {
  const till = openTill(loyalty, onTestFinished);
  till.desk.scanned({ text: water.barcode ?? '', source: 'serial', at: 0 });
  await till.desk.tender.lookUp(CODE, '4831');
  await till.desk.tender.addCertificate(kopecks(1_000));
  return till;
}

const forgotten = { code: 'certificate-pin-forgotten', params: { text: '0202' } };

test('an open receipt keeps its certificate over a restart where there is a keychain', async () => {
  const till = (await withCertificate()).restart();
  await till.desk.start();
  expect(till.desk.state.sale.certificates).toMatchObject([{ code: CODE, pin: '4831' }]);
  expect(till.desk.state).toMatchObject({ warnings: [], lockedCertificate: null });
});

test('without one the PIN is asked for again, and the receipt goes on', async () => {
  const till = (await withCertificate()).restart(undefined, forgetfulSeal());
  await till.desk.start();
  expect(till.desk.state).toMatchObject({
    sale: { certificates: [], calculation: null },
    lockedCertificate: { code: CODE, why: 'certificate-pin-needed' },
    notice: { code: 'sale-resumed' },
    warnings: [forgotten],
  });
  expect(await till.desk.tender.unlock('4831')).toEqual(ok(undefined));
  await till.desk.tender.addCertificate(kopecks(1_000));
  expect(till.desk.state.sale.certificates).toEqual([{ code: CODE, pin: '4831', amount: 1_000, balance: 100_000 }]);
});

test('also for a receipt that was put aside', async () => {
  const before = await withCertificate();
  const { id } = before.desk.state.sale;
  before.desk.held.hold();
  const till = before.restart(undefined, forgetfulSeal());
  await till.desk.start();
  expect(till.desk.state.warnings).toEqual([]);
  expect(till.desk.held.takeBack(id)).toEqual(ok(undefined));
  expect(till.desk.state).toMatchObject({ lockedCertificate: { code: CODE }, warnings: [forgotten] });
});

test('a write cut short is deleted, never sent without its PIN, and paid anew with the money that was taken', async () => {
  const sent: unknown[] = [];
  const till = await withCertificate(answers({ write: () => new Promise(() => {}) }));
  void till.desk.pay(kopecks(3_990), { cash: kopecks(3_990), card: ZERO });
  const back = till.restart(
    answers({
      rollback: async () => fail({ kind: 'refused', reason: 'not-found', message: '' }),
      write: async ({ certificates }) => {
        sent.push(certificates);
        return ok(written);
      },
    }),
    forgetfulSeal(),
  );
  await back.desk.start();
  expect(sent).toEqual([]);
  expect(back.desk.state).toMatchObject({
    sale: { stage: { at: 'open' }, certificates: [], taken: { cash: 3_990 } },
    lockedCertificate: { code: CODE },
    refusal: null,
    notice: forgotten,
  });
  await back.desk.tender.unlock('4831');
  await back.desk.tender.addCertificate(kopecks(1_000));
  await back.desk.pay(kopecks(3_990), { cash: ZERO, card: ZERO });
  expect(sent).toEqual([[{ code: CODE, pin: '4831', amount: 1_000 }]]);
  expect(back.desk.state.sale.stage.at).toBe('written');
});
