import { beforeEach, expect, test } from 'vitest';
import { kopecks } from '../domain/money.ts';
import { parsePhone } from '../domain/phone-reader.ts';
import type { ReceiptId } from '../domain/receipt.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import { FREE } from '../testing/till.ts';
import type { LoyaltyGateway, ServiceFailure } from './ports.ts';
import { watched } from './watched-loyalty.ts';

let asked: unknown[][];
let failure: ServiceFailure;

/** Notes what it is asked for and fails as told. */
function noting(name: keyof LoyaltyGateway) {
  return async (...details: unknown[]): Promise<Result<never, ServiceFailure>> => {
    asked.push([name, ...details]);
    return fail(failure);
  };
}

const behind: LoyaltyGateway = {
  identify: noting('identify'),
  calculate: noting('calculate'),
  askPin: noting('askPin'),
  checkPin: noting('checkPin'),
  write: noting('write'),
  rollback: noting('rollback'),
  returnReceipt: noting('returnReceipt'),
  certificate: noting('certificate'),
  requestRegistration: noting('requestRegistration'),
  repeatRegistrationPin: noting('repeatRegistrationPin'),
  register: noting('register'),
  sendChatBot: noting('sendChatBot'),
  importGoods: noting('importGoods'),
};

beforeEach(() => {
  asked = [];
  failure = { kind: 'unreachable' };
});

test('every request reaches its namesake as it is, and each is told of', async () => {
  const phone = parsePhone('79141234567', 'RU');
  if (!phone) throw new Error('no phone');
  const receiptId = 'r1' as ReceiptId;
  const check = { customerToken: 't', lines: [], redemption: kopecks(1), certificates: [], promo: null };
  const payment = { cash: kopecks(1), card: kopecks(0), change: kopecks(0) };
  const write = { ...check, receiptId, calculationId: 'c', number: 1, at: 2, cashier: 'К', payment };
  const goodsBack = { id: 'b', receiptId, at: 3, cashier: 'К', lines: [] };
  const vera = { familyName: 'О', firstName: 'В', patronymic: '', birthday: null, gender: null };
  const told: (ServiceFailure | null)[] = [];
  const gateway = watched(behind, FREE, (seen) => told.push(seen));

  await gateway.identify({ phone });
  await gateway.calculate(check);
  await gateway.askPin('t');
  await gateway.checkPin('t', '1234');
  await gateway.write(write);
  await gateway.rollback(receiptId);
  await gateway.returnReceipt(goodsBack);
  await gateway.certificate('8800', '1');
  await gateway.requestRegistration(phone);
  await gateway.repeatRegistrationPin(phone, 'ticket');
  await gateway.register(phone, 'ticket', '1234', vera);
  await gateway.sendChatBot('t');
  await gateway.importGoods({ groups: [], items: [] });

  expect(asked).toEqual([
    ['identify', { phone }],
    ['calculate', check],
    ['askPin', 't'],
    ['checkPin', 't', '1234'],
    ['write', write],
    ['rollback', receiptId],
    ['returnReceipt', goodsBack],
    ['certificate', '8800', '1'],
    ['requestRegistration', phone],
    ['repeatRegistrationPin', phone, 'ticket'],
    ['register', phone, 'ticket', '1234', vera],
    ['sendChatBot', 't'],
    ['importGoods', { groups: [], items: [] }],
  ]);
  expect(told).toEqual(asked.map(() => failure));
});

test.each<[Result<number, ServiceFailure>, ServiceFailure | null]>([
  [ok(1), null],
  [fail({ kind: 'refused', reason: 'other', message: 'Нельзя' }), null],
  [fail({ kind: 'token-rejected' }), { kind: 'token-rejected' }],
])('%j is told as %j, and handed on', async (answer, seen) => {
  const told: (ServiceFailure | null)[] = [];
  const gateway = watched({ ...behind, importGoods: async () => answer }, FREE, (heard) => told.push(heard));
  expect(await gateway.importGoods({ groups: [], items: [] })).toBe(answer);
  expect(told).toEqual([seen]);
});
