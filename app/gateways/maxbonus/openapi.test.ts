import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { kopecks } from '../../domain/money.ts';
import { MAXBONUS_FIELDS } from '../../settings/maxbonus.ts';
import { TRAINING_CERTIFICATES } from '../../training/maxbonus/certificates.ts';
import { TRAINING_CUSTOMERS } from '../../training/maxbonus/customers.ts';
import { type MaxBonusEmulator, startMaxBonus } from '../../training/maxbonus/server.ts';
import { createMaxBonus } from './client.ts';
import { calculationOf, good, lineOf, phoneOf, RECEIPT, returnOf, settingsOf, writeOf } from './fixture.ts';
import openapi from './openapi.json' with { type: 'json' };
import { PATHS } from './operations.ts';

/**
 * openapi.json is the contract: what the client sends and what the emulator answers are checked against it, not against
 * each other's schemas.
 */
type SchemaName = keyof typeof openapi.components.schemas;

const definitions = JSON.parse(
  JSON.stringify(openapi.components.schemas).replaceAll('#/components/schemas/', '#/$defs/'),
);

function schemaNamed(name: SchemaName): z.ZodType {
  return z.fromJSONSchema({ $defs: definitions, $ref: `#/$defs/${name}` });
}

const reference = z.object({ schema: z.object({ $ref: z.string() }) });
const operationSchema = z.object({
  operationId: z.string(),
  parameters: z.array(z.object({ name: z.string(), required: z.boolean(), schema: z.json() })).default([]),
  requestBody: z.object({ content: z.record(z.string(), reference) }).optional(),
  responses: z.object({ 200: z.object({ content: z.object({ 'application/json': reference }) }) }),
});

/** Where an operation is, what goes in and what comes out, as the document says. */
const contract = Object.entries(openapi.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, described]) => {
    const { operationId, parameters, requestBody, responses } = operationSchema.parse(described);
    const [[contentType, body] = []] = Object.entries(requestBody?.content ?? {});
    return {
      path,
      method,
      operationId,
      parameters: parameters.map(({ name }) => name),
      contentType: contentType ?? '',
      request: body ? schemaNamed(nameOf(body.schema.$ref)) : querySchema(parameters),
      answer: schemaNamed(nameOf(responses[200].content['application/json'].schema.$ref)),
    };
  }),
);

type Parameter = z.output<typeof operationSchema>['parameters'][number];

/** The parameters of a query as one object. */
function querySchema(parameters: readonly Parameter[]): z.ZodType {
  const required = parameters.filter((parameter) => parameter.required).map(({ name }) => name);
  const properties = Object.fromEntries(parameters.map(({ name, schema }) => [name, schema]));
  return z.fromJSONSchema(
    JSON.parse(JSON.stringify({ type: 'object', required, properties, additionalProperties: false })),
  );
}

function nameOf(reference: string | undefined): SchemaName {
  const name = reference?.split('/').at(-1);
  if (name === undefined || !(name in openapi.components.schemas)) throw new Error(`no schema: ${reference}`);
  return name as SchemaName;
}

let service: MaxBonusEmulator;

/** Exchanges of every operation, good and refused. */
beforeAll(async () => {
  service = await startMaxBonus();
  const gateway = createMaxBonus(settingsOf({ baseUrl: service.url, token: service.token }));
  const [dmitry] = TRAINING_CUSTOMERS;
  const { plain, withPin } = TRAINING_CERTIFICATES;
  const latestPin = () => service.control.sms().at(-1)?.pin ?? '';

  await gateway.identify({ code: 'nobody' });
  await gateway.identify({ code: dmitry.qr });
  const { token } = good(await gateway.identify({ phone: phoneOf(dmitry.phone) }));
  await gateway.sendChatBot(token);
  await gateway.sendChatBot('nobody');

  const newcomer = phoneOf('+7 999 000-11-22');
  const ivanov = {
    familyName: 'Иванов',
    firstName: 'Иван',
    patronymic: '',
    birthday: '2000-01-01',
    gender: 'male',
  } as const;
  const ticket = good(await gateway.requestRegistration(newcomer));
  await gateway.repeatRegistrationPin(newcomer, ticket);
  await gateway.repeatRegistrationPin(newcomer, '');
  await gateway.register(newcomer, ticket, 'wrong', { ...ivanov, birthday: null, gender: null });
  await gateway.register(newcomer, ticket, latestPin(), ivanov);
  await gateway.requestRegistration(newcomer);

  await gateway.certificate('nobody’s', '');
  await gateway.certificate(plain.code, '');
  await gateway.certificate(withPin.code, withPin.pin);

  await gateway.calculate(calculationOf(null));
  const request = calculationOf(token, kopecks(30000), {
    certificates: [{ ...withPin, amount: kopecks(10000) }],
    promo: 'SALE10',
  });
  const write = writeOf(request, good(await gateway.calculate(request)).id);
  await gateway.write(write);
  await gateway.askPin(token);
  await gateway.checkPin(token, 'wrong');
  await gateway.checkPin(token, latestPin());
  await gateway.write(write);
  await gateway.write(write);
  await gateway.rollback(RECEIPT);
  await gateway.rollback(RECEIPT);
  await gateway.write(write);
  await gateway.returnReceipt(returnOf([lineOf(3, '00102', 2)], 'part'));
  await gateway.returnReceipt(returnOf([], 'rest'));
  await gateway.returnReceipt(returnOf([], 'rest'));
  await gateway.importGoods({
    groups: [
      { code: '01', name: 'Продукты', parent: null },
      { code: '0103', name: 'Мясо', parent: '01' },
    ],
    items: [
      { ...lineOf(1, '00101', 1).product, group: null },
      { ...lineOf(1, '00123', 1).product, group: '0103' },
    ],
  });
});

afterAll(() => service.close());

test('names every operation at the path where the client looks for it', () => {
  expect(Object.fromEntries(contract.map(({ operationId, path }) => [operationId, path]))).toEqual(PATHS);
  expect(
    contract.filter(({ method }) => method !== 'post').map(({ operationId, method }) => [operationId, method]),
  ).toEqual([['certificate', 'get']]);
});

test.each(contract)('$operationId: requests and answers keep to the document', ({ operationId, ...expected }) => {
  const exchanges = service.control.requests().filter(({ operation }) => operation === operationId);
  expect(exchanges.some(({ answer }) => answer?.status === 200)).toBe(true);
  for (const { contentType, body, answer } of exchanges) {
    expect(contentType.split(';')[0]).toBe(expected.contentType);
    expect(expected.request.safeParse(body)).toMatchObject({ success: true });
    expect(schemaNamed('Envelope').safeParse(answer?.body)).toMatchObject({ success: true });
    const { data } = z.object({ data: z.unknown() }).parse(answer?.body);
    const said = answer?.status === 200 ? expected.answer.safeParse(data) : refused(answer?.body);
    expect(said).toMatchObject({ success: true });
  }
});

/** Of the envelope, and what answers say that the till has no use for. */
const NEVER_RENAMED = [
  ...['statusCode', 'message', 'data', 'backendExecTimeSec'],
  ...['action', 'campaign_id', 'max_bonus_can_pay', 'not_discount', 'status_name', 'sum'],
  'total_certificate_return',
];

test('a profile can rename every field of the document that is sent or read, and no other', () => {
  const named = new Set<string>(contract.flatMap(({ parameters }) => parameters));
  JSON.stringify(openapi.components.schemas, (key, value) => {
    if (key === 'properties') for (const name of Object.keys(value)) named.add(name);
    return value;
  });
  const renamed = [...named].filter((name) => !NEVER_RENAMED.includes(name));
  expect(renamed.sort()).toEqual([...MAXBONUS_FIELDS]);
});

function refused(body: unknown) {
  return schemaNamed('Refusal').safeParse(body);
}

test('the check of the published exchange keeps to the document; one with a typing mistake does not', () => {
  const item = { code: '9918', index: 1, mrc: 0, price: 6000, qty: 1 };
  const request = schemaNamed('CalcCheckRequest');
  expect(request.safeParse({ customer_token: '8888888888', items: [item], pay_bonus: null }).success).toBe(true);
  expect(request.safeParse({ customer_token: '8888888888', items: [item], pay_bonuses: 1 }).success).toBe(false);
  expect(request.safeParse({ customer_token: '8888888888', items: [], pay_bonus: null }).success).toBe(false);
});
