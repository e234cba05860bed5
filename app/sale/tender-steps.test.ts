import { describe, expect, onTestFinished, test } from 'vitest';
import { kopecks, ZERO } from '../domain/money.ts';
import { fail, ok } from '../domain/result.ts';
import { calculationOf, GOOD_PROMO, water } from '../testing/fixtures.ts';
import { answers, openTill, type TestTill, written } from '../testing/till.ts';
import type { CalculationRequest, ServiceFailure, WriteRequest } from './ports.ts';

const WATER = { text: water.barcode ?? '', source: 'serial', at: 0 } as const;

function withWater(...[loyalty = answers()]: [ReturnType<typeof answers>?]): TestTill {
  const till = openTill(loyalty, onTestFinished);
  till.desk.scanned(WATER);
  return till;
}

describe('certificates', () => {
  test('are looked up, pay at most what is due, and are sent with calculation and write', async () => {
    const written_: WriteRequest[] = [];
    const till = withWater(
      answers({
        certificate: async (code, pin) => ok({ code, pin, balance: kopecks(3_000) }),
        write: async (request) => {
          written_.push(request);
          return ok(written);
        },
      }),
    );
    expect(await till.desk.tender.lookUp('CERT-1', '12')).toEqual(ok(undefined));
    expect(till.desk.state.certificate).toEqual({ code: 'CERT-1', pin: '12', balance: 3_000 });
    await till.desk.tender.addCertificate(kopecks(9_999));
    expect(till.desk.state).toMatchObject({
      certificate: null,
      notice: { code: 'certificate-clamped', params: { wanted: 9_999, allowed: 3_000 } },
      sale: { calculation: { certificates: 3_000, due: 1_990 } },
    });
    const sum = kopecks(1_990);
    await till.desk.pay(sum, { cash: sum, card: ZERO });
    expect(written_[0]?.certificates).toEqual([{ code: 'CERT-1', pin: '12', amount: 3_000 }]);
    expect(till.restart().desk.state.sale.number).toBe(2);
  });

  test('several pay together, none twice, and give way when the receipt shrinks', async () => {
    const till = withWater(answers({ certificate: async (code, pin) => ok({ code, pin, balance: kopecks(4_000) }) }));
    till.desk.scanned(WATER);
    for (const code of ['CERT-1', 'CERT-2']) {
      await till.desk.tender.lookUp(code, '');
      await till.desk.tender.addCertificate(kopecks(4_000));
    }
    expect(await till.desk.tender.lookUp('CERT-1', '')).toEqual(fail({ code: 'certificate-already-added' }));
    expect(till.desk.state.sale).toMatchObject({ calculation: { certificates: 8_000, due: 1_980 } });
    till.desk.setQuantity(1, 1_000 as never);
    await till.desk.loyalty.calculate(ZERO);
    expect(till.desk.state.sale.certificates.map((one) => one.amount)).toEqual([4_000, 990]);
    expect(till.desk.state.sale.calculation).toMatchObject({ certificates: 4_990, due: 0 });
    till.desk.tender.removeCertificate(0);
    expect(till.desk.state.sale).toMatchObject({ calculation: null, certificates: [{ code: 'CERT-2' }] });
  });

  const notFound = fail<ServiceFailure>({ kind: 'refused', reason: 'not-found', message: 'Не найден' });
  const wrongPin = fail<ServiceFailure>({ kind: 'refused', reason: 'other', message: 'Неверный ПИН' });
  test.each([
    [ok(null), { code: 'certificate-not-payable' }],
    [notFound, { code: 'certificate-not-found' }],
    [wrongPin, { code: 'service-refused', params: { message: 'Неверный ПИН' } }],
    [fail<ServiceFailure>({ kind: 'unreachable' }), { code: 'service-unreachable' }],
  ])('%j leaves the receipt as it was', async (answer, problem) => {
    const till = withWater(answers({ certificate: async () => answer }));
    const before = till.desk.state.sale;
    expect(await till.desk.tender.lookUp('CERT-1', '')).toEqual(fail(problem));
    expect(till.desk.state).toMatchObject({ sale: before, certificate: null });
  });

  test('a scan is a certificate when the open dialog waits for one', async () => {
    const till = withWater();
    till.desk.codes.expect('certificate');
    till.desk.scanned(WATER);
    await new Promise((resolve) => setImmediate(resolve));
    expect(till.desk.state.certificate?.code).toBe(water.barcode);
    expect(till.desk.state.sale.lines).toHaveLength(1);
  });
});

describe('promo codes', () => {
  test('go with the calculation; one that is not accepted is a message, not an error', async () => {
    const asked: CalculationRequest[] = [];
    const till = withWater(
      answers({
        calculate: async (request) => {
          asked.push(request);
          return ok(calculationOf(request, ZERO));
        },
      }),
    );
    expect(await till.desk.tender.enterPromo('NOPE')).toEqual(ok(undefined));
    expect(till.desk.state).toMatchObject({
      sale: { promo: 'NOPE', calculation: { due: 4_990 } },
      notice: { code: 'promo-not-accepted', params: { message: 'Купон не найден в чеке' }, tone: 'warning' },
    });
    await till.desk.tender.enterPromo(GOOD_PROMO);
    expect(till.desk.state.sale.calculation?.promo?.accepted).toBe(true);
    till.desk.tender.removePromo();
    expect(till.desk.state.sale).toMatchObject({ promo: null, calculation: null });
    expect(asked.map((request) => request.promo)).toEqual(['NOPE', GOOD_PROMO]);
  });
});
