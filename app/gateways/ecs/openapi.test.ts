import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { kopecks } from '../../domain/money.ts';
import { TRAINING_BARCODES, TRAINING_CLIENT_CODES, TRAINING_HOLDERS } from '../../training/ecs/bank.ts';
import { type EcsEmulator, startEcs } from '../../training/ecs/server.ts';
import { createEcs } from './client.ts';
import { BREAD, cardOf, checkOf, confirmationOf, good, settingsFor, snilsOf } from './fixture.ts';
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

const content = z.record(z.string(), z.object({ schema: z.object({ $ref: z.string() }) }));
const operationSchema = z.object({
  operationId: z.string(),
  requestBody: z.object({ content }),
  responses: z.record(z.string(), z.object({ $ref: z.string().optional(), content: content.optional() })),
});

/** Where an operation is, what goes in and what comes out by status, as the document says; `null` for no body. */
const contract = Object.entries(openapi.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, described]) => {
    const { operationId, requestBody, responses } = operationSchema.parse(described);
    const answers = Object.entries(responses).map(([status, { $ref, content }]) => {
      const body = $ref === undefined ? content : responseNamed($ref);
      return [Number(status), schemaOf(body)?.schema ?? null] as const;
    });
    return { path, method, operationId, request: schemaOf(requestBody.content), answers: new Map(answers) };
  }),
);

function responseNamed(reference: string): z.output<typeof content> | undefined {
  const responses = z.record(z.string(), z.object({ content: content.optional() })).parse(openapi.components.responses);
  return responses[reference.split('/').at(-1) ?? '']?.content;
}

function schemaOf(body: z.output<typeof content> | undefined) {
  const [first] = Object.entries(body ?? {});
  return first ? { type: first[0], schema: schemaNamed(nameOf(first[1].schema.$ref)) } : null;
}

function nameOf(reference: string): SchemaName {
  const name = reference.split('/').at(-1);
  if (name === undefined || !(name in openapi.components.schemas)) throw new Error(`no schema: ${reference}`);
  return name as SchemaName;
}

let service: EcsEmulator;

/** Exchanges of every operation, good and refused, by every connection type. */
beforeAll(async () => {
  service = await startEcs();
  const gateway = createEcs(settingsFor(service, { refusal: 'cancel-transaction', pageSize: 5 }));
  const { family, pensioner, without, expired } = TRAINING_CLIENT_CODES;
  const [code, social] = [cardOf(family), cardOf(TRAINING_BARCODES.pensioner)];

  await createEcs(settingsFor(service, { clientSecret: 'wrong' })).services();
  await createEcs(settingsFor(service, { scope: 'ECS.WebAPI' })).services();
  await gateway.services();
  const given = good(await gateway.check(checkOf(family)));
  const declined = good(await gateway.check(checkOf(TRAINING_BARCODES.pensioner)));
  await gateway.confirm(confirmationOf(given));
  await gateway.confirm({ ...confirmationOf(given), price: null, discountedPrice: null });
  await gateway.confirm({ ...confirmationOf(given), transactionId: 1 });
  await gateway.refuse(declined.transactionId);
  await gateway.confirm(confirmationOf(declined));
  await gateway.refuse(given.transactionId);
  for (const codes of ['result', 'http'] as const) {
    service.control.vary({ codes });
    for (const shown of [without, expired, 'KJZ00000001']) await gateway.check(checkOf(shown));
    await gateway.check(checkOf(pensioner, 999));
    service.control.faults.add({ kind: 'code', code: 6, operation: 'check' });
    await gateway.check(checkOf(pensioner));
  }
  const interval = { from: '2021-01-01', to: '2099-12-31', page: 0, pageSize: 2 };
  await gateway.transactions({ card: code, ...interval });
  await gateway.transactions({ card: social, ...interval });
  await gateway.transactions({ card: code, ...interval, from: '2100-01-01' });

  const price = kopecks(100_50);
  service.control.vary({ connectionType: 3 });
  await gateway.check({ serviceId: BREAD, connection: 3, card: code, price });
  await gateway.check({ serviceId: BREAD, connection: 3, card: social, price });
  await gateway.check({ serviceId: BREAD, connection: 3, card: social, price: null });
  await gateway.confirm(confirmationOf(given));
  service.control.vary({ connectionType: 2 });
  await gateway.check({ serviceId: BREAD, connection: 2, snils: snilsOf(TRAINING_HOLDERS.family.snils) });
  await gateway.check(checkOf(family));
  service.control.expireTokens();
  await gateway.services();
});

afterAll(() => service.close());

test('names every operation at the path where the client looks for it', () => {
  expect(Object.fromEntries(contract.map(({ operationId, path }) => [operationId, path]))).toEqual(PATHS);
  expect(new Set(contract.map(({ method }) => method))).toEqual(new Set(['post']));
});

test.each(contract)('$operationId: requests and answers keep to the document', ({ operationId, request, answers }) => {
  const exchanges = service.control.requests().filter(({ operation }) => operation === operationId);
  const statuses = exchanges.map(({ answer }) => answer?.status ?? 0);
  expect(statuses).toContain(200);
  expect(statuses.filter((status) => status >= 400)).not.toEqual([]);
  for (const { contentType, body, answer } of exchanges) {
    expect(contentType.split(';')[0]).toBe(request?.type);
    expect(request?.schema.safeParse(body)).toMatchObject({ success: true });
    expect([...answers.keys()]).toContain(answer?.status);
    const said = answers.get(answer?.status ?? 0);
    if (said) expect(said.safeParse(answer?.body)).toMatchObject({ success: true });
    else expect(answer?.body).toBeUndefined();
  }
});

const ASKED = { serviceId: 1, organizationTerminalId: 2 };
const CARD = { cardNumber: '9643901400000000018', cardSeries: '99120114' };

test.each([
  { ...ASKED, clientCode: 'AAABBBCCC' },
  { ...ASKED, clientCode: 'AAABBBCCC', price: 100 },
  { ...ASKED, ...CARD },
  { ...ASKED, clientSnils: '11223344595' },
])('%j is a check', (body) => {
  expect(schemaNamed('CheckRequest').safeParse(body).success).toBe(true);
});

test.each([
  ASKED,
  { serviceId: 1, clientCode: 'AAABBBCCC' },
  { ...ASKED, clientCode: 'AAABBBCCC0000000' },
  { ...ASKED, clientCode: 'AAABBBCCC', clientSnils: '11223344595' },
  { ...ASKED, cardNumber: CARD.cardNumber },
  { ...ASKED, clientSnils: '112-233-445 95' },
  { ...ASKED, clientSnils: '11223344595', price: 100 },
])('%j is none', (body) => {
  expect(schemaNamed('CheckRequest').safeParse(body).success).toBe(false);
});
