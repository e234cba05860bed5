import { describe, expect, onTestFinished, test } from 'vitest';
import { kopecks, ZERO } from '../domain/money.ts';
import { fail, ok } from '../domain/result.ts';
import { CARD, rung, scan, settle, stage, WATER } from '../testing/cashier.ts';
import { calculationOf, dmitry, GOOD_PROMO } from '../testing/fixtures.ts';
import { answers, openTill, type TestTill, written } from '../testing/till.ts';
import type { CalculationRequest, LoyaltyGateway, ServiceFailure, WriteRequest } from './ports.ts';
import { composeView } from './view.ts';

const open = (loyalty: LoyaltyGateway): TestTill => openTill(loyalty, onTestFinished);
const refusal = (message: string) => fail<ServiceFailure>({ kind: 'refused', reason: 'other', message });
const exact = { cash: kopecks(5690), card: ZERO };

describe('a receipt that the service will not calculate', () => {
  /** A service that refuses every calculation until it is mended. */
  function refusing(failure: ServiceFailure = { kind: 'refused', reason: 'other', message: 'HTTP 403' }) {
    const service = { mended: false, written: [] as WriteRequest[], asked: 0 };
    const loyalty = answers({
      identify: async () => ok({ ...dmitry, pinRequired: false }),
      async calculate(request) {
        service.asked += 1;
        return service.mended ? ok(calculationOf(request, kopecks(1500))) : fail(failure);
      },
      async write(request) {
        service.written.push(request);
        return ok(written);
      },
    });
    return { service, loyalty };
  }

  test.each<[ServiceFailure, string]>([
    [{ kind: 'refused', reason: 'other', message: 'HTTP 403' }, 'service-refused'],
    [{ kind: 'refused', reason: 'not-found', message: 'HTTP 404' }, 'service-refused'],
    [{ kind: 'token-rejected' }, 'service-token-rejected'],
    [{ kind: 'token-missing' }, 'service-token-missing'],
  ])('%j: is sold without it once a person says so, and offered to it later', async (failure, code) => {
    const { service, loyalty } = refusing(failure);
    const till = open(loyalty);
    expect(till.desk.waiveLoyalty()).toEqual(fail({ code: 'not-calculated' }));
    await rung(till);
    expect(till.desk.state.refusal?.code).toBe(code);
    expect(await till.desk.pay(kopecks(5690), exact)).toEqual(fail({ code: 'not-calculated' }));
    expect(till.desk.waiveLoyalty()).toEqual(ok(undefined));
    const asked = service.asked;
    expect(await till.desk.pay(kopecks(5690), exact)).toEqual(ok(undefined));
    // The customer does not wait for a service that will not have it.
    expect([stage(till), service.asked, service.written.length]).toEqual(['queued', asked, 0]);
    expect(till.desk.state.notice?.code).toBe('receipt-without-loyalty');
    expect(till.nextSlip()).toEqual({ blocks: [{ kind: 'text', text: 'receipt 1 waits' }] });
    expect(till.desk.shifts.report()).toMatchObject({ receipts: 1, cash: 5690, queued: { count: 1 } });
    service.mended = true;
    till.clock.advance(60_000);
    await settle();
    expect(service.written).toMatchObject([{ number: 1, customerToken: dmitry.token, payment: exact }]);
    expect(till.desk.state.outbox).toMatchObject({ waiting: 0, dead: 0 });
  });

  test('is a person’s to decide about when it is refused again, and prints nothing more', async () => {
    const { loyalty } = refusing();
    const till = open(loyalty);
    await rung(till);
    till.desk.waiveLoyalty();
    await till.desk.pay(kopecks(5690), exact);
    till.printSlip();
    till.desk.newSale();
    till.clock.advance(60_000);
    await settle();
    const [entry] = till.desk.pending.list();
    expect(entry).toMatchObject({ number: 1, state: 'dead', problem: { code: 'write-refused-late' } });
    expect(till.nextSlip()).toBeNull();
    till.desk.scanned(scan(WATER));
    expect(till.desk.state.sale).toMatchObject({ number: 2, lines: [{}] });
    expect(till.desk.pending.setAside(entry?.id ?? 0)).toEqual(ok(undefined));
  });

  test('keeps the decision over a restart, takes more goods, and goes back to the service when that calculates', async () => {
    const { service, loyalty } = refusing();
    const till = open(loyalty);
    await rung(till);
    till.desk.waiveLoyalty();
    const back = till.restart();
    back.desk.scanned(scan(WATER));
    expect(back.desk.state.sale).toMatchObject({ waived: true, calculation: null });
    service.mended = true;
    await back.desk.loyalty.calculate(ZERO);
    expect(back.desk.state.sale).toMatchObject({ waived: false, calculation: { due: 10_680 } });
    expect(back.desk.state.refusal).toBeNull();
  });

  test('goes without what only the service can allow', async () => {
    const service = { refuses: false };
    const till = open(
      answers({
        identify: async () => ok({ ...dmitry, pinRequired: false }),
        calculate: async (request) =>
          service.refuses ? refusal('HTTP 422') : ok(calculationOf(request, kopecks(1500))),
      }),
    );
    await rung(till);
    await till.desk.loyalty.calculate(kopecks(1000));
    await till.desk.tender.enterPromo(GOOD_PROMO);
    await till.desk.tender.lookUp('CERT-1', '4831');
    await till.desk.tender.addCertificate(kopecks(100));
    service.refuses = true;
    till.desk.scanned(scan(WATER));
    await till.desk.loyalty.calculate(kopecks(1000));
    till.desk.waiveLoyalty();
    expect(till.desk.state.sale).toMatchObject({
      redemption: 0,
      promo: null,
      certificates: [],
      customer: { phoneEnding: '3377' },
    });
    expect(await till.desk.pay(kopecks(10_680), { cash: kopecks(10_680), card: ZERO })).toEqual(ok(undefined));
    expect(stage(till)).toBe('queued');
  });
});

test('a receipt that the service will not write is sold without it, and its money is not taken twice', async () => {
  const till = open(answers({ write: async () => refusal('Такой чек не принимаем') }));
  await rung(till);
  await till.desk.pay(kopecks(5690), { cash: ZERO, card: kopecks(5690) });
  expect([stage(till), till.desk.state.refusal?.code]).toEqual(['open', 'write-refused']);
  // Calculating it anew changes nothing of that.
  await till.desk.loyalty.calculate(ZERO);
  expect(till.desk.waiveLoyalty()).toEqual(ok(undefined));
  expect(await till.desk.pay(kopecks(5690), { cash: ZERO, card: ZERO })).toEqual(ok(undefined));
  expect(till.desk.state.sale.stage).toMatchObject({ at: 'queued', payment: { cash: 0, card: 5690 } });
});

describe('why the service cannot allow something', () => {
  const failures: [ServiceFailure, string | null][] = [
    [{ kind: 'unreachable' }, null],
    [{ kind: 'lost', cause: 'server-error' }, 'service-failed'],
    [{ kind: 'lost', cause: 'timeout' }, 'service-timeout'],
    [{ kind: 'lost', cause: 'unreadable' }, 'service-answer-unreadable'],
    [{ kind: 'throttled', retryAfterMs: 7_000 }, 'service-throttled'],
  ];

  test.each(failures)('%j: only a missing connection is called one', async (failure, cause) => {
    let down = false;
    const gone = async () => fail(failure);
    const well = answers({ identify: async () => ok({ ...dmitry, pinRequired: false }) });
    const till = open(
      answers({
        ...well,
        calculate: (request) => (down ? gone() : well.calculate(request)),
        certificate: (code, pin) => (down ? gone() : well.certificate(code, pin)),
      }),
    );
    const told = (what: 'redemption' | 'certificate' | 'promo') =>
      fail(cause ? { code: `unanswered-no-${what}`, params: { cause } } : { code: `offline-no-${what}` });
    till.desk.scanned(scan(CARD));
    await settle();
    till.desk.scanned(scan(WATER));
    down = true;
    expect(await till.desk.loyalty.calculate(kopecks(1000))).toEqual(told('redemption'));
    expect(await till.desk.tender.lookUp('CERT-1', '4831')).toEqual(told('certificate'));
    expect(await till.desk.tender.enterPromo(GOOD_PROMO)).toEqual(told('promo'));
    const around = {
      revision: 1,
      outlet: { name: '', till: '', cashier: '' },
      training: null,
      lights: [],
      wedge: null,
    };
    const rest = { queue: 0, drawer: false, credit: false, printing: null, trial: null, queueing: true, printed: null };
    const shop = { window: { size: 100, kiosk: false }, volume: 0, keys: null, registrationPage: false } as const;
    expect(composeView(till.desk.state, { ...around, ...rest, ...shop }).offline).toEqual({
      queueing: true,
      cause: cause ?? 'service-unreachable',
    });
  });
});

describe('calculations', () => {
  /** A service that remembers what it was asked. */
  function counting(limit = kopecks(1500)) {
    const asked: CalculationRequest[] = [];
    const loyalty = answers({
      identify: async () => ok({ ...dmitry, pinRequired: false }),
      async calculate(request) {
        asked.push(request);
        return ok(calculationOf(request, limit));
      },
    });
    return { asked, loyalty };
  }

  const distinct = (asked: readonly CalculationRequest[]) => new Set(asked.map((one) => JSON.stringify(one))).size;

  test('a customer, a certificate and a write-off take three, whichever comes first', async () => {
    const card = async ({ desk }: TestTill) => {
      desk.scanned(scan(CARD));
      await settle();
    };
    const certificate = async ({ desk }: TestTill) => {
      await desk.tender.lookUp('CERT-1', '4831');
      await desk.tender.addCertificate(kopecks(1000));
    };
    const bonuses = ({ desk }: TestTill) => desk.loyalty.calculate(kopecks(500));
    for (const steps of [
      [card, certificate, bonuses],
      [certificate, card, bonuses],
      [card, bonuses, certificate],
    ]) {
      const { asked, loyalty } = counting();
      const till = open(loyalty);
      till.desk.scanned(scan(WATER));
      for (const step of steps) await step(till);
      await till.desk.loyalty.calculate(till.desk.state.sale.redemption);
      await till.desk.pay(kopecks(3490), { cash: kopecks(3490), card: ZERO });
      expect([stage(till), asked.length, distinct(asked)]).toEqual(['written', 3, 3]);
    }
  });

  test('a promo code entered twice, a sum chosen twice and a receipt that did not change are not asked again', async () => {
    const { asked, loyalty } = counting();
    const till = open(loyalty);
    await rung(till);
    for (const _time of [1, 2]) {
      await till.desk.tender.enterPromo(GOOD_PROMO);
      await till.desk.loyalty.calculate(kopecks(1000));
      await till.desk.loyalty.calculate(kopecks(1000));
    }
    expect([asked.length, distinct(asked)]).toEqual([3, 3]);
  });

  test('certificates that are too much by now give way, whether the service refuses them or says what is due', async () => {
    const tooMuch = (request: CalculationRequest) => calculationOf({ ...request, certificates: [] }, ZERO).due < 8000;
    for (const refuses of [true, false]) {
      const { asked, loyalty } = counting(ZERO);
      const till = open({
        ...loyalty,
        async calculate(request) {
          const answer = await loyalty.calculate(request);
          const isRefused =
            refuses && request.certificates.length > 0 && tooMuch(request) && request.certificates[0]?.amount === 8000;
          return isRefused ? refusal('Сумма сертификатов больше суммы к оплате') : answer;
        },
      });
      till.desk.scanned(scan(WATER));
      till.desk.scanned(scan(WATER));
      await till.desk.tender.lookUp('CERT-1', '4831');
      await till.desk.tender.addCertificate(kopecks(8000));
      till.desk.setQuantity(1, 1000 as never);
      await till.desk.loyalty.calculate(ZERO);
      expect(till.desk.state.sale).toMatchObject({ certificates: [{ amount: 4990 }], calculation: { due: 0 } });
      expect(till.desk.state.notice).toMatchObject({
        code: 'certificate-clamped',
        params: { wanted: 8000, allowed: 4990 },
      });
      expect(distinct(asked)).toBe(asked.length);
    }
  });

  test('a certificate that is refused for another reason stays, and the reason is told', async () => {
    const till = open(
      answers({
        calculate: async (request) =>
          request.certificates.length > 0 ? refusal('Сертификат просрочен') : ok(calculationOf(request, ZERO)),
      }),
    );
    till.desk.scanned(scan(WATER));
    await till.desk.tender.lookUp('CERT-1', '4831');
    await till.desk.tender.addCertificate(kopecks(1000));
    expect(till.desk.state).toMatchObject({
      notice: { code: 'service-refused', params: { message: 'Сертификат просрочен' } },
      sale: { calculation: null },
    });
  });
});
