import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Kopecks, kopecks, ZERO } from '../../domain/money.ts';
import type { ReceiptId } from '../../domain/receipt.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import type { SecretLoss } from '../../domain/secret-loss.ts';
import type { LoyaltyGateway, ServiceFailure } from '../../sale/ports.ts';
import { MAXBONUS_OPERATIONS } from '../../settings/maxbonus.ts';
import { TRAINING_CERTIFICATES } from '../../training/maxbonus/certificates.ts';
import { TRAINING_CUSTOMERS } from '../../training/maxbonus/customers.ts';
import type { FaultInput } from '../../training/maxbonus/faults.ts';
import { type MaxBonusEmulator, startMaxBonus } from '../../training/maxbonus/server.ts';
import { SHAPES, type Shape } from '../../training/maxbonus/shapes.ts';
import { createMaxBonus } from './client.ts';
import { calculationOf, good, lineOf, phoneOf, RECEIPT, RETURN, returnOf, settingsOf, writeOf } from './fixture.ts';
import type { Operation } from './operations.ts';

/** Every operation meets every fault over real HTTP, and the desk learns exactly what may be known. */

const [dmitry] = TRAINING_CUSTOMERS;
const EARLIER = '00000000-0000-4000-8000-000000000001' as ReceiptId;

/** The phone of a customer who is about to register. */
const NEWCOMER = phoneOf('+7 999 000-11-22');
const QUESTIONNAIRE = { familyName: 'Орлова', firstName: 'Вера', patronymic: '', birthday: null, gender: null };

const FAULTS: readonly (readonly [fault: FaultInput, failure: ServiceFailure])[] = [
  [{ kind: 'drop-before' }, { kind: 'lost', cause: 'dropped' }],
  [{ kind: 'drop-after-commit' }, { kind: 'lost', cause: 'dropped' }],
  [
    { kind: 'status', status: 500 },
    { kind: 'lost', cause: 'server-error' },
  ],
  [
    { kind: 'status', status: 503, commit: true },
    { kind: 'lost', cause: 'server-error' },
  ],
  [{ kind: 'truncated' }, { kind: 'lost', cause: 'unreadable' }],
  [{ kind: 'html' }, { kind: 'lost', cause: 'unreadable' }],
  [{ kind: 'huge' }, { kind: 'lost', cause: 'unreadable' }],
  [{ kind: 'unauthorized' }, { kind: 'token-rejected' }],
  [
    { kind: 'throttled', retryAfter: '7' },
    { kind: 'throttled', retryAfterMs: 7_000 },
  ],
  [
    { kind: 'throttled', retryAfter: null },
    { kind: 'throttled', retryAfterMs: 5_000 },
  ],
  [
    { kind: 'refused', message: 'Карта 7700001233377001\u0007 в стоп-листе' },
    { kind: 'refused', reason: 'other', message: 'Карта ***7001  в стоп-листе' },
  ],
];

let service: MaxBonusEmulator;
let token: string;
let calculationId: string;
let ticket: string;

beforeAll(async () => {
  service = await startMaxBonus();
});

afterAll(() => service.close());

function gateway(settings: Partial<Parameters<typeof settingsOf>[0]> = {}): LoyaltyGateway {
  return createMaxBonus(settingsOf({ baseUrl: service.url, token: service.token, ...settings }));
}

/** A customer with a confirmed PIN, a calculated receipt, an earlier one that can be undone, and a newcomer's PIN. */
beforeEach(async () => {
  service.control.reset();
  const { id } = good(await gateway().calculate(calculationOf(null)));
  good(await gateway().write(writeOf(calculationOf(null), id, EARLIER)));
  token = good(await gateway().identify({ code: dmitry.card })).token;
  calculationId = good(await gateway().calculate(calculationOf(token, kopecks(30000)))).id;
  good(await gateway().askPin(token));
  good(await gateway().checkPin(token, pinFor(dmitry.phone)));
  ticket = good(await gateway().requestRegistration(NEWCOMER));
});

function pinFor(phone: string): string {
  return service.control.sms().findLast((sms) => sms.phone === phone)?.pin ?? '';
}

/** A call that succeeds but for the fault. */
function call(operation: Operation, by: LoyaltyGateway): Promise<Result<unknown, ServiceFailure>> {
  const calculation = calculationOf(token, kopecks(30000));
  switch (operation) {
    case 'identifyByPhone':
      return by.identify({ phone: phoneOf(dmitry.phone) });
    case 'identifyByCode':
      return by.identify({ code: dmitry.qr });
    case 'calculate':
      return by.calculate(calculation);
    case 'askPin':
      return by.askPin(token);
    case 'checkPin':
      return by.checkPin(token, pinFor(dmitry.phone));
    case 'write':
      return by.write(writeOf(calculation, calculationId));
    case 'rollback':
      return by.rollback(EARLIER);
    case 'returnReceipt':
      return by.returnReceipt({ ...returnOf([lineOf(3, '00102', 2)]), receiptId: EARLIER });
    case 'certificate':
      return by.certificate(TRAINING_CERTIFICATES.withPin.code, TRAINING_CERTIFICATES.withPin.pin);
    case 'requestRegistration':
      return by.requestRegistration(phoneOf('+380 67 123-45-67'));
    case 'repeatRegistrationPin':
      return by.repeatRegistrationPin(NEWCOMER, ticket);
    case 'register':
      return by.register(NEWCOMER, ticket, pinFor(NEWCOMER), QUESTIONNAIRE);
    case 'sendChatBot':
      return by.sendChatBot(token);
    case 'importGoods':
      return by.importGoods({ groups: [], items: [{ ...lineOf(1, '00101', 1).product, group: null }] });
  }
}

describe.each([...MAXBONUS_OPERATIONS])('%s', (operation) => {
  test('is answered, in an envelope, when nothing goes wrong', async () => {
    expect(await call(operation, gateway({ envelope: 'on' }))).toMatchObject({ ok: true });
  });

  test.each([...FAULTS])('%o', async (fault, failure) => {
    service.control.faults.add({ ...fault, operation });
    expect(await call(operation, gateway())).toEqual({ ok: false, error: failure });
    expect(service.control.faults.waiting).toEqual([]);
  });

  test('a bare answer is as good', async () => {
    service.control.faults.add({ kind: 'bare', operation });
    expect(await call(operation, gateway())).toMatchObject({ ok: true });
  });

  test('no answer in time', async () => {
    service.control.faults.add({ kind: 'latency', ms: 60_000, operation });
    const hasty = gateway({ timeoutMs: 100, writeTimeoutMs: 100 });
    expect(await call(operation, hasty)).toEqual({ ok: false, error: { kind: 'lost', cause: 'timeout' } });
  });

  test('nobody at the address', async () => {
    const nowhere = await startMaxBonus();
    await nowhere.close();
    expect(await call(operation, gateway({ baseUrl: nowhere.url }))).toEqual({
      ok: false,
      error: { kind: 'unreachable' },
    });
  });

  test('a token of another outlet', async () => {
    expect(await call(operation, gateway({ token: 'other' }))).toEqual({
      ok: false,
      error: { kind: 'token-rejected' },
    });
  });

  test('no token: nothing is sent', async () => {
    const before = service.control.requests().length;
    const answer = await call(operation, createMaxBonus(settingsOf({ baseUrl: service.url })));
    expect(answer).toEqual({ ok: false, error: { kind: 'token-missing' } });
    expect(service.control.requests()).toHaveLength(before);
  });

  test('a token that comes later is used by the next request', async () => {
    let token: Result<string, SecretLoss> = fail('locked');
    const later = createMaxBonus(settingsOf({ baseUrl: service.url }), undefined, () => token);
    const before = service.control.requests().length;
    expect(await call(operation, later)).toEqual({ ok: false, error: { kind: 'token-missing', loss: 'locked' } });
    expect(service.control.requests()).toHaveLength(before);
    token = ok(service.token);
    await call(operation, later);
    expect(service.control.requests()).toHaveLength(before + 1);
  });
});

describe('an answer of wrong types', () => {
  /** Their answers say what money comes to. */
  const NEEDED: readonly Operation[] = ['calculate', 'certificate'];

  test.each([...NEEDED])('%s cannot read it', async (operation) => {
    service.control.faults.add({ kind: 'wrong-types', operation });
    expect(await call(operation, gateway())).toEqual({ ok: false, error: { kind: 'lost', cause: 'unreadable' } });
  });

  test.each(MAXBONUS_OPERATIONS.filter((operation) => !NEEDED.includes(operation)))(
    '%s reads of it what it can',
    async (operation) => {
      service.control.faults.add({ kind: 'wrong-types', operation });
      expect(await call(operation, gateway())).toMatchObject({ ok: true });
    },
  );
});

describe('the same answer in another shape', () => {
  test.each(MAXBONUS_OPERATIONS.flatMap((operation) => SHAPES.map((shape) => [operation, shape] as const)))(
    '%s answered as %s',
    async (operation, shape) => {
      service.control.faults.add({ kind: 'shape', shape, operation });
      const answer = await call(operation, gateway());
      // Who a customer is, what a receipt comes to and what is on a certificate have to be said.
      const isSaid = !['identifyByPhone', 'identifyByCode', 'register', 'calculate', 'certificate'].includes(operation);
      if (isSaid || ['loose', 'typed', 'lines-in-one', 'overdrawn'].includes(shape)) {
        expect(answer).toMatchObject({ ok: true });
      } else {
        expect(answer).toEqual({ ok: false, error: { kind: 'lost', cause: 'unreadable' } });
      }
    },
  );

  test('loose types make no difference', async () => {
    for (const operation of ['identifyByPhone', 'calculate', 'certificate'] as const) {
      const plain = good<unknown>(await call(operation, gateway()));
      service.control.faults.add({ kind: 'shape', shape: 'loose', operation });
      const { token: _token, id: _id, ...rest } = Object(plain);
      expect(good<unknown>(await call(operation, gateway()))).toMatchObject(rest);
    }
  });

  test.each<[Shape, readonly unknown[]]>([
    ['nothing', []],
    ['no-body', []],
    ['text', ['Списано бонусов : 300.00', 'Спасибо за покупку. Ждём вас снова!']],
    ['list', ['Списано бонусов : 300.00', 'Спасибо за покупку. Ждём вас снова!']],
    ['lines-in-one', ['Списано бонусов : 300.00', 'Спасибо за покупку. Ждём вас снова!']],
    ['nested', ['Списано бонусов : 300.00', 'Спасибо за покупку. Ждём вас снова!']],
    [
      'typed',
      [
        { kind: 'pair', label: 'Списано бонусов', value: '300.00' },
        { kind: 'text', text: 'Спасибо за покупку. Ждём вас снова!', align: 'center' },
        { kind: 'barcode', symbology: 'code128', data: 'BONUS-1' },
      ],
    ],
  ])('a write answered as %s prints %j', async (shape, lines) => {
    service.control.faults.add({ kind: 'shape', shape, operation: 'write' });
    expect(await call('write', gateway())).toMatchObject({
      value: { redeemed: 30000, text: lines.length === 0 ? [] : expect.arrayContaining([...lines]) },
    });
    expect(service.control.ledger().receipts.filter(({ checkNumber }) => checkNumber === RECEIPT)).toHaveLength(1);
  });
});

describe('the service says its own refusals another way', () => {
  test.each([
    [{ status: 409 }, 'Такой чек уже проведен'],
    [{ status: 400, code: 1017 }, '№ 1017: Такой чек уже проведен'],
    [{ under200: true, code: 1017 }, '№ 1017: Такой чек уже проведен'],
  ])('a second write: %j', async (saying, message) => {
    good(await call('write', gateway()));
    service.control.faults.add({ kind: 'refusals', ...saying, operation: 'write' });
    const error = { kind: 'refused', reason: 'duplicate', message };
    expect(await call('write', gateway())).toEqual({ ok: false, error });
  });

  test.each([{ status: 404 }, { status: 400, code: 1021 }, { status: 404, under200: true }])(
    'the rollback of what is not there: %j',
    async (saying) => {
      service.control.faults.add({ kind: 'refusals', ...saying, operation: 'rollback' });
      expect(await gateway().rollback(RECEIPT)).toMatchObject({ error: { kind: 'refused', reason: 'not-found' } });
    },
  );

  test.each([200, 302, 403, 404])(
    'a page of somebody in between, under %i, is no word of the service',
    async (status) => {
      for (const operation of ['write', 'rollback', 'returnReceipt', 'identifyByPhone'] as const) {
        service.control.faults.add({ kind: 'page', status, operation });
        const error = { kind: 'lost', cause: 'unreadable' };
        expect(await call(operation, gateway())).toEqual({ ok: false, error });
      }
    },
  );
});

test('a balance below zero, after spent accruals were taken back, is what it is', async () => {
  service.control.overdraft(true);
  const anna = () => gateway().identify({ code: TRAINING_CUSTOMERS[1].card });
  const { token: hers, balance } = good(await anna());
  const write = async (receiptId: ReceiptId, redemption: Kopecks) => {
    const request = calculationOf(hers, redemption);
    const { id } = good(await gateway().calculate(request));
    return good(await gateway().write(writeOf(request, id, receiptId)));
  };
  const first = await write(RECEIPT, ZERO);
  let left = first.balance ?? ZERO;
  for (const receiptId of ['second', 'third'] as ReceiptId[]) left = (await write(receiptId, left)).balance ?? ZERO;
  expect(first).toMatchObject({ accrued: expect.toSatisfy((accrued: number) => accrued > left) });

  const expected = left - first.accrued;
  expect(good(await gateway().returnReceipt(returnOf()))).toMatchObject({
    withdrawn: first.accrued,
    balance: expected,
  });
  expect(good(await anna()).balance).toBe(expected);
  expect(good(await gateway().calculate(calculationOf(hers)))).toMatchObject({ balance: expected, redemptionLimit: 0 });
  expect([balance > 0, expected < 0]).toEqual([true, true]);
});

describe('a lost write', () => {
  test.each<[FaultInput, boolean]>([
    [{ kind: 'drop-before' }, false],
    [{ kind: 'status', status: 500 }, false],
    [{ kind: 'drop-after-commit' }, true],
    [{ kind: 'status', status: 500, commit: true }, true],
    [{ kind: 'truncated' }, true],
  ])('%o: written %s, and in any case mended by rollback and a second write', async (fault, written) => {
    service.control.faults.add({ ...fault, operation: 'write' });
    await call('write', gateway());
    expect(service.control.ledger().receipts.some(({ checkNumber }) => checkNumber === RECEIPT)).toBe(written);

    expect((await gateway().rollback(RECEIPT)).ok).toBe(written);
    expect(await call('write', gateway())).toMatchObject({ ok: true, value: { balance: 172872 } });
    const mine = service.control.ledger().receipts.filter(({ checkNumber }) => checkNumber === RECEIPT);
    expect(mine).toMatchObject([{ redeemed: 30000, accrued: 18656 }]);
  });
});

describe('what was done once', () => {
  const duplicate = (message: string) => ({ ok: false, error: { kind: 'refused', reason: 'duplicate', message } });
  const lost = { ok: false, error: { kind: 'lost', cause: 'dropped' } };

  test('a return whose answer was lost is told from a second one', async () => {
    service.control.faults.add({ kind: 'drop-after-commit', operation: 'returnReceipt' });
    expect(await call('returnReceipt', gateway())).toEqual(lost);
    expect(await call('returnReceipt', gateway())).toEqual(duplicate('Такой возврат уже проведен'));
    expect(service.control.ledger().receipts).toMatchObject([{ returns: [{ returnNumber: RETURN }] }]);
  });

  test('a return that never got there is written when it is sent again', async () => {
    service.control.faults.add({ kind: 'drop-before', operation: 'returnReceipt' });
    expect(await call('returnReceipt', gateway())).toEqual(lost);
    expect(await call('returnReceipt', gateway())).toMatchObject({ ok: true });
    expect(service.control.ledger().history.map(({ kind }) => kind)).toEqual(['written', 'returned']);
  });

  test('a customer who was registered, though the answer was lost, is known', async () => {
    service.control.faults.add({ kind: 'drop-after-commit', operation: 'register' });
    expect(await call('register', gateway())).toEqual(lost);
    expect(await call('register', gateway())).toEqual(duplicate('Покупатель уже зарегистрирован'));
    expect(await gateway().identify({ phone: NEWCOMER })).toMatchObject({ ok: true, value: { name: 'Вера О.' } });
  });
});
