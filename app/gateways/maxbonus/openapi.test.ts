import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { kopecks } from '../../domain/money.ts';
import { parsePhone } from '../../domain/phone.ts';
import { TRAINING_CUSTOMERS } from '../../training/maxbonus/customers.ts';
import { type MaxBonusEmulator, startMaxBonus } from '../../training/maxbonus/server.ts';
import { createMaxBonus } from './client.ts';
import { calculationOf, RECEIPT, settingsOf, writeOf } from './fixture.ts';
import openapi from './openapi.json' with { type: 'json' };
import { type Operation, PATHS } from './wire.ts';

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

const operationSchema = z.object({
  operationId: z.string(),
  requestBody: z.object({ content: z.record(z.string(), z.object({ schema: z.object({ $ref: z.string() }) })) }),
  responses: z.object({
    200: z.object({ content: z.object({ 'application/json': z.object({ schema: z.object({ $ref: z.string() }) }) }) }),
  }),
});

/** Where an operation is, what goes in and what comes out, as the document says. */
const contract = Object.entries(openapi.paths).map(([path, { post }]) => {
  const { operationId, requestBody, responses } = operationSchema.parse(post);
  const [[contentType, request] = []] = Object.entries(requestBody.content);
  return {
    path,
    operationId,
    contentType,
    request: nameOf(request?.schema.$ref),
    answer: nameOf(responses[200].content['application/json'].schema.$ref),
  };
});

function nameOf(reference: string | undefined): SchemaName {
  const name = reference?.split('/').at(-1);
  if (name === undefined || !(name in openapi.components.schemas)) throw new Error(`no schema: ${reference}`);
  return name as SchemaName;
}

let service: MaxBonusEmulator;

/** One exchange of every operation, good and refused. */
beforeAll(async () => {
  service = await startMaxBonus();
  const gateway = createMaxBonus(settingsOf({ baseUrl: service.url, token: service.token }));
  const phone = parsePhone(TRAINING_CUSTOMERS[0].phone);
  if (!phone) throw new Error('no phone');

  await gateway.identify({ code: 'nobody' });
  await gateway.identify({ code: TRAINING_CUSTOMERS[0].qr });
  const customer = await gateway.identify({ phone });
  const token = customer.ok ? customer.value.token : '';
  await gateway.calculate(calculationOf(null));
  const calculation = await gateway.calculate(calculationOf(token, kopecks(30000)));
  const write = writeOf(calculationOf(token, kopecks(30000)), calculation.ok ? calculation.value.id : '');
  await gateway.write(write);
  await gateway.askPin(token);
  await gateway.checkPin(token, 'wrong');
  await gateway.checkPin(token, service.control.sms().at(-1)?.pin ?? '');
  await gateway.write(write);
  await gateway.write(write);
  await gateway.rollback(RECEIPT);
  await gateway.rollback(RECEIPT);
});

afterAll(() => service.close());

test('names every operation at the path where the client looks for it', () => {
  expect(Object.fromEntries(contract.map(({ operationId, path }) => [operationId, path]))).toEqual(PATHS);
});

test.each(contract)('$operationId: requests and answers keep to the document', ({ operationId, ...expected }) => {
  const exchanges = service.control.requests().filter(({ operation }) => operation === (operationId as Operation));
  expect(exchanges.some(({ answer }) => answer?.status === 200)).toBe(true);
  for (const { contentType, body, answer } of exchanges) {
    expect(contentType.split(';')[0]).toBe(expected.contentType);
    expect(schemaNamed(expected.request).safeParse(body)).toMatchObject({ success: true });
    expect(schemaNamed('Envelope').safeParse(answer?.body)).toMatchObject({ success: true });
    const { data } = z.object({ data: z.unknown() }).parse(answer?.body);
    const said = answer?.status === 200 ? schemaNamed(expected.answer).safeParse(data) : refused(answer?.body);
    expect(said).toMatchObject({ success: true });
  }
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
