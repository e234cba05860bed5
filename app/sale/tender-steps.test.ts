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
  const blocked = fail<ServiceFailure>({ kind: 'refused', reason: 'other', message: 'Сертификат заблокирован' });
  const wrongPin = fail<ServiceFailure>({ kind: 'refused', reason: 'other', message: 'Неверный ПИН' });
  test.each([
    [ok(null), { code: 'certificate-not-payable' }],
    [notFound, { code: 'certificate-not-found' }],
    [wrongPin, { code: 'certificate-pin-needed' }],
    [blocked, { code: 'service-refused', params: { message: 'Сертификат заблокирован' } }],
    [fail<ServiceFailure>({ kind: 'unreachable' }), { code: 'service-unreachable' }],
  ])('%j leaves the receipt as it was', async (answer, problem) => {
    const till = withWater(answers({ certificate: async () => answer }));
    const before = till.desk.state.sale;
    expect(await till.desk.tender.lookUp('CERT-1', '')).toEqual(fail(problem));
    expect(till.desk.state).toMatchObject({ sale: before, certificate: null });
  });

  const withPin = answers({
    certificate: async (code, pin) => (pin === '4831' ? ok({ code, pin, balance: kopecks(3_000) }) : wrongPin),
  });
  const settled = () => new Promise((resolve) => setImmediate(resolve));

  test('one that is scanned and wants its PIN is kept until the right one is typed', async () => {
    const till = withWater(withPin);
    till.desk.codes.expect('certificate');
    till.desk.scanned({ ...WATER, text: '8800000000000202' });
    await settled();
    expect(till.desk.state).toMatchObject({
      certificate: null,
      lockedCertificate: { code: '8800000000000202', why: 'certificate-pin-needed' },
      notice: null,
    });
    expect(await till.desk.tender.unlock('0000')).toEqual(
      fail({ code: 'certificate-pin-wrong', params: { message: 'Неверный ПИН' } }),
    );
    expect(till.desk.state.lockedCertificate?.code).toBe('8800000000000202');
    expect(await till.desk.tender.unlock('4831')).toEqual(ok(undefined));
    expect(till.desk.state).toMatchObject({ lockedCertificate: null, certificate: { pin: '4831' } });
    till.desk.tender.dismissCertificate();
    expect(await till.desk.tender.unlock('4831')).toEqual(fail({ code: 'certificate-not-found' }));
  });

  test('a PIN that is typed before the scan goes with it, once', async () => {
    const till = withWater(withPin);
    till.desk.codes.expect('certificate', '4831');
    till.desk.scanned({ ...WATER, text: '8800000000000202' });
    await settled();
    expect(till.desk.state.certificate).toMatchObject({ code: '8800000000000202', pin: '4831' });
    till.desk.tender.dismissCertificate();
    till.desk.scanned({ ...WATER, text: '8800000000000909' });
    await settled();
    expect(till.desk.state.lockedCertificate?.why).toBe('certificate-pin-needed');
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
    const refusal = fail({ code: 'promo-not-accepted', params: { message: 'Купон не найден в чеке' } });
    expect(await till.desk.tender.enterPromo('NOPE')).toEqual(refusal);
    expect(till.desk.state).toMatchObject({ sale: { promo: null, calculation: { due: 4_990 } }, notice: null });
    expect(await till.desk.tender.enterPromo(GOOD_PROMO)).toEqual(ok(undefined));
    // One that is refused leaves the receipt as it was.
    expect(await till.desk.tender.enterPromo('NEVER')).toEqual(refusal);
    expect(till.desk.state.sale.promo).toBe(GOOD_PROMO);
    expect(till.desk.state.sale.calculation?.promo?.accepted).toBe(true);
    till.desk.tender.removePromo();
    expect(till.desk.state.sale).toMatchObject({ promo: null, calculation: null });
    expect(asked.map((request) => request.promo)).toEqual(['NOPE', null, GOOD_PROMO, 'NEVER', GOOD_PROMO]);
  });

  test('are tried as they were meant, and one that needs no calculation yet is tried with the first one', async () => {
    const till = withWater();
    expect(await till.desk.tender.enterPromo('ызкштп')).toEqual(ok(undefined));
    expect(till.desk.state.sale).toMatchObject({ promo: GOOD_PROMO, calculation: { promo: { accepted: true } } });

    const empty = openTill(answers(), onTestFinished);
    expect(await empty.desk.tender.enterPromo('nope')).toEqual(ok(undefined));
    expect(empty.desk.state.sale.promo).toBe('NOPE');
    empty.desk.scanned(WATER);
    await empty.desk.loyalty.calculate(ZERO);
    expect(empty.desk.state).toMatchObject({ sale: { promo: null }, notice: { code: 'promo-not-accepted' } });
    // Told once: the next calculation has nothing to say.
    empty.desk.scanned(WATER);
    await empty.desk.loyalty.calculate(ZERO);
    expect(empty.desk.state.notice).toBeNull();
  });

  test('goods where a code is meant join the receipt, and it is said', async () => {
    const till = withWater();
    expect(await till.desk.codes.promoEntered(WATER.text)).toEqual(ok(undefined));
    till.desk.codes.expect('promo');
    till.desk.scanned(WATER);
    expect(till.desk.state).toMatchObject({
      sale: { promo: null, lines: [{ quantity: 3_000 }] },
      notice: { code: 'product-not-promo', params: { text: water.name } },
    });
  });
});
