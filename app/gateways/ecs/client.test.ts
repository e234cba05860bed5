import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { BenefitCheck } from '../../domain/benefit.ts';
import { kopecks } from '../../domain/money.ts';
import type { BenefitGateway, BenefitRefusal } from '../../sale/benefits/ports.ts';
import { TRAINING_BANK, TRAINING_BARCODES, TRAINING_CLIENT_CODES, TRAINING_HOLDERS } from '../../training/ecs/bank.ts';
import { type EcsEmulator, startEcs } from '../../training/ecs/server.ts';
import { DAY_MS } from '../../training/ecs/yakutsk.ts';
import { createEcs } from './client.ts';
import { BREAD, cardOf, checkOf, confirmationOf, good, settingsFor, snilsOf } from './fixture.ts';

/** Noon in Yakutsk. */
const NOW = Date.UTC(2026, 2, 15, 3);
const CHILDREN = 102;
const TEA = 109;

let service: EcsEmulator;
let gateway: BenefitGateway;
let now: number;

beforeEach(async () => {
  now = NOW;
  service = await startEcs({ clock: { now: () => now } });
  gateway = gatewayWith({});
});

afterEach(() => service.close());

function gatewayWith(section: Parameters<typeof settingsFor>[1]): BenefitGateway {
  return createEcs(settingsFor(service, section));
}

function refused(reason: BenefitRefusal, message: string | RegExp = /./) {
  return { ok: false, error: { kind: 'refused', reason, message: expect.stringMatching(message) } };
}

/** Of this shop, not from elsewhere. */
function ledger() {
  return service.control.ledger().transactions.filter(({ organization }) => organization.startsWith('Магазин'));
}

const ALL_SERVICES = TRAINING_BANK.services.map(({ id, name }) => ({ id, name }));

describe('services', () => {
  test.each([1, 5, 11, 12, 13, 100, 1000])('all of them, by %i at once', async (pageSize) => {
    expect(await gatewayWith({ pageSize }).services()).toEqual({ ok: true, value: ALL_SERVICES });
    const asked = service.control.requests().filter(({ operation }) => operation === 'services');
    expect(asked.map(({ body }) => body)).toEqual(asked.map((_, pageIndex) => ({ pageIndex, pageSize })));
    expect(asked).toHaveLength(Math.ceil(12 / pageSize));
  });

  test('none at all', async () => {
    const empty = await startEcs({ bank: { ...TRAINING_BANK, services: [] } });
    expect(await createEcs(settingsFor(empty)).services()).toEqual({ ok: true, value: [] });
    await empty.close();
  });
});

describe('a check', () => {
  const { family, pensioner, replaced, without, expired } = TRAINING_CLIENT_CODES;
  const found = (clientId: number, category: { id: number; name: string }) => ({
    ok: true,
    value: { transactionId: expect.any(Number), clientId, categories: [category] },
  });
  const FAMILY = { id: 12, name: 'Многодетная семья' };
  const PENSIONER = { id: 27, name: 'Пенсионер по старости' };
  const DISABLED = { id: 31, name: 'Инвалид II группы' };

  test.each([family, 'kja7t4m2p 01', TRAINING_BARCODES.family])('by what the card says: %s', async (shown) => {
    expect(await gateway.check(checkOf(shown))).toEqual(found(5001, FAMILY));
  });

  test('finds the benefit with the highest priority', async () => {
    expect(await gateway.check(checkOf(pensioner))).toEqual(found(5002, DISABLED));
    expect(await gateway.check(checkOf(pensioner, TEA))).toEqual(found(5002, PENSIONER));
  });

  test.each([0, 1] as const)('is understood when success has the code %i', async (successCode) => {
    service.control.vary({ successCode });
    expect(await gateway.check(checkOf(family))).toEqual(found(5001, FAMILY));
  });

  test('by «Цифровой пропуск» names the holder by СНИЛС', async () => {
    service.control.vary({ connectionType: 2 });
    const snils = snilsOf(TRAINING_HOLDERS.family.snils);
    expect(await gateway.check({ serviceId: BREAD, connection: 2, snils })).toEqual(found(5001, FAMILY));
  });

  test.each([kopecks(250_50), null])('for discounts says the price %j', async (price) => {
    service.control.vary({ connectionType: 3 });
    const card = cardOf(TRAINING_BARCODES.pensioner);
    expect(await gateway.check({ serviceId: BREAD, connection: 3, card, price })).toEqual(found(5002, DISABLED));
    expect(ledger()).toMatchObject([{ state: 'checked', price }]);
  });

  const family1 = (): BenefitCheck => checkOf(family);
  const social1 = (): BenefitCheck => checkOf(TRAINING_BARCODES.family);
  const snils = (): BenefitCheck => ({
    serviceId: BREAD,
    connection: 2,
    snils: snilsOf(TRAINING_HOLDERS.family.snils),
  });
  const priced = (): BenefitCheck => ({ serviceId: BREAD, connection: 3, card: cardOf(family), price: kopecks(1) });

  test.each([
    [1, 'clientSnils', snils],
    [1, 'price', priced],
    [2, 'clientCode', family1],
    [2, 'cardNumber', social1],
    [3, 'clientSnils', snils],
  ] as const)('connection type %i refuses %s', async (connectionType, field, check) => {
    service.control.vary({ connectionType });
    expect(await gateway.check(check())).toEqual(refused('forbidden', field));
    expect(ledger()).toEqual([]);
  });

  describe.each(['http', 'result'] as const)('with codes by %s', (codes) => {
    beforeEach(() => service.control.vary({ codes }));

    test.each([
      ['01 no benefit at all', 'no-benefit', without, BREAD],
      ['01 no benefit for this service', 'no-benefit', pensioner, CHILDREN],
      ['02 nobody’s code', 'holder-not-found', 'KJZ00000001', BREAD],
      ['02 a holder’s code with another plastic', 'holder-not-found', 'KJA7T4M2P09', BREAD],
      ['02 nobody’s social card', 'holder-not-found', '964390140000000003499120114', BREAD],
      ['05 a card that was replaced', 'card-inactive', replaced, BREAD],
      ['05 an expired card', 'card-inactive', expired, BREAD],
      ['05 an expired social card', 'card-inactive', TRAINING_BARCODES.expired, BREAD],
      ['08 an unknown service', 'service-unknown', family, 999],
    ] as const)('%s', async (_, reason, shown, serviceId) => {
      expect(await gateway.check(checkOf(shown, serviceId))).toEqual(refused(reason, /[а-я]/));
      expect(ledger()).toEqual([]);
    });

    test('06 no link to the processing centre', async () => {
      service.control.faults.add({ kind: 'code', code: 6, operation: 'check' });
      expect(await gateway.check(checkOf(family))).toEqual(refused('processing-unreachable', 'связь'));
    });

    test('07 an unknown terminal', async () => {
      expect(await gatewayWith({ terminalId: 5 }).check(checkOf(family))).toEqual(refused('participant-unknown'));
    });
  });

  test.each([0, 1] as const)('with success %i and no benefits finds none', async (successCode) => {
    service.control.vary({ successCode });
    service.control.faults.add({ kind: 'no-benefits', operation: 'check' });
    expect(await gateway.check(checkOf(family))).toEqual(refused('no-benefit'));
  });

  test('an expired card was good once', async () => {
    now = Date.UTC(2021, 5, 30, 14, 59);
    expect(await gateway.check(checkOf(expired))).toEqual(found(5004, FAMILY));
    now += 60_000;
    expect(await gateway.check(checkOf(expired))).toEqual(refused('card-inactive'));
  });
});

describe('a confirmation', () => {
  test('tells what was given, for which price', async () => {
    const benefit = good(await gateway.check(checkOf(TRAINING_CLIENT_CODES.family)));
    expect(await gateway.confirm(confirmationOf(benefit))).toEqual({ ok: true, value: undefined });
    expect(ledger()).toMatchObject([
      { id: benefit.transactionId, state: 'confirmed', confirmedAt: NOW, price: 100_00, discountedPrice: 85_50 },
    ]);
  });

  test('needs no prices', async () => {
    const benefit = good(await gateway.check(checkOf(TRAINING_CLIENT_CODES.family)));
    const priceless = { ...confirmationOf(benefit), price: null, discountedPrice: null };
    expect(await gateway.confirm(priceless)).toMatchObject({ ok: true });
    expect(ledger()).toMatchObject([{ state: 'confirmed', price: null, discountedPrice: null }]);
  });

  test('of another holder, another category, nobody’s transaction or a discount is refused', async () => {
    const fact = confirmationOf(good(await gateway.check(checkOf(TRAINING_CLIENT_CODES.family))));
    expect(await gateway.confirm({ ...fact, clientId: 1 })).toEqual(refused('other', 'держателя'));
    expect(await gateway.confirm({ ...fact, benefitCategoryId: 27 })).toEqual(refused('other', 'Категория'));
    expect(await gateway.confirm({ ...fact, transactionId: 1 })).toEqual(refused('other', 'не найдена'));
    service.control.vary({ connectionType: 3 });
    expect(await gateway.confirm(fact)).toEqual(refused('forbidden', 'тип'));
    expect(ledger()).toMatchObject([{ state: 'checked' }]);
  });
});

describe('a refusal by the holder', () => {
  test('is told nobody unless the profile says how', async () => {
    const { transactionId } = good(await gateway.check(checkOf(TRAINING_CLIENT_CODES.family)));
    const before = service.control.requests().length;
    expect(await gateway.refuse(transactionId)).toEqual({ ok: true, value: 'not-told' });
    expect(service.control.requests()).toHaveLength(before);
    expect(ledger()).toMatchObject([{ state: 'checked' }]);
  });

  test('cancels the transaction where the ЕЦС can', async () => {
    const telling = gatewayWith({ refusal: 'cancel-transaction' });
    const benefit = good(await telling.check(checkOf(TRAINING_CLIENT_CODES.family)));
    expect(await telling.refuse(benefit.transactionId)).toEqual({ ok: true, value: 'told' });
    expect(await telling.refuse(benefit.transactionId)).toEqual({ ok: true, value: 'told' });
    expect(ledger()).toMatchObject([{ state: 'cancelled' }]);
    expect(await telling.confirm(confirmationOf(benefit))).toEqual(refused('other', 'отменена'));
    expect(await telling.refuse(1)).toEqual(refused('other', 'не найдена'));
  });
});

describe('transactions of a holder', () => {
  const card = cardOf(TRAINING_CLIENT_CODES.family);
  const query = { card, from: '2026-01-01', to: '2026-03-15', page: 0, pageSize: 20 };

  test.each(['name', 'shortName'] as const)(
    'newest first, here and elsewhere; areas by their %s',
    async (areaField) => {
      service.control.vary({ areaField });
      good(await gateway.confirm(confirmationOf(good(await gateway.check(checkOf(TRAINING_CLIENT_CODES.family))))));
      const area = 'город Якутск';
      expect(good(await gateway.transactions(query))).toEqual({
        total: 4,
        transactions: [
          {
            id: expect.any(Number),
            confirmedAt: NOW,
            service: { id: BREAD, name: 'Хлеб и молочные продукты' },
            organization: 'Магазин «Центральный»',
            area,
            discountedPrice: 85_50,
          },
          {
            id: 700_001,
            confirmedAt: NOW - 3 * DAY_MS,
            service: { id: 640, name: 'Входной билет' },
            organization: 'Художественный музей',
            area,
            discountedPrice: 150_00,
          },
          expect.objectContaining({ id: 700_002, discountedPrice: 220_50 }),
          expect.objectContaining({ id: 700_003, discountedPrice: null }),
        ],
      });
    },
  );

  test('a check that nobody confirmed is none', async () => {
    good(await gateway.check(checkOf(TRAINING_CLIENT_CODES.family)));
    expect(good(await gateway.transactions(query)).total).toBe(3);
  });

  test.each([
    ['2026-03-12', '2026-03-12', [700_001]],
    ['2026-03-05', '2026-03-12', [700_001, 700_002]],
    ['2026-03-06', '2026-03-11', []],
  ])('from %s to %s, both days whole', async (from, to, ids) => {
    const { transactions } = good(await gateway.transactions({ ...query, from, to }));
    expect(transactions.map(({ id }) => id)).toEqual(ids);
  });

  test('page by page', async () => {
    const pages = await Promise.all([0, 1, 2].map((page) => gateway.transactions({ ...query, page, pageSize: 2 })));
    expect(pages.map((page) => [good(page).total, good(page).transactions.map(({ id }) => id)])).toEqual([
      [3, [700_001, 700_002]],
      [3, [700_003]],
      [3, []],
    ]);
  });

  test('with the days’ other names, by another card', async () => {
    const dateFields = { from: 'creationDateFrom', to: 'creationDateTo' };
    const social = { ...query, card: cardOf(TRAINING_BARCODES.pensioner) };
    expect(good(await gatewayWith({ dateFields }).transactions(social)).transactions).toMatchObject([{ id: 700_004 }]);
  });

  test('nobody’s card, days that end before they begin', async () => {
    const nobody = cardOf('KJZ00000001');
    expect(await gateway.transactions({ ...query, card: nobody })).toEqual(refused('holder-not-found'));
    expect(await gateway.transactions({ ...query, from: '2026-03-16' })).toEqual(refused('other', 'параметры'));
  });
});
