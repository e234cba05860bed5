import { expect, onTestFinished, test } from 'vitest';
import type { BenefitCheck } from '../../domain/benefit.ts';
import { kopecks } from '../../domain/money.ts';
import { type Problem, problem } from '../../domain/problem.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import { answers, inTurn, openTill, type TestEcs, type TestTill } from '../../testing/till.ts';
import type { BenefitState } from './benefit-state.ts';
import { BREAD, CLIENT_CODE, ecs, FOUND, SNILS, SOCIAL_CARD, WATER } from './fixture.ts';
import type { BenefitFailure, BenefitRefusal } from './ports.ts';

const open = (service: TestEcs = ecs()): TestTill =>
  openTill(answers(), onTestFinished, undefined, undefined, 'queue', service);

const LOST: BenefitFailure = { kind: 'lost', cause: 'timeout' };
const refused = (reason: BenefitRefusal): BenefitFailure => ({ kind: 'refused', reason, message: 'Отказ' });

/** The steps of this till, its services loaded. */
async function stepsOf({ desk }: TestTill) {
  const steps = desk.benefits?.steps;
  if (!steps) throw new Error('no benefits');
  await steps.services();
  return steps;
}

function shown({ desk }: TestTill): BenefitState {
  if (!desk.state.benefits) throw new Error('no benefits');
  return desk.state.benefits;
}

const code = (done: Result<unknown, Problem>): string | null => (done.ok ? null : done.error.code);

/** A check of `card` for bread. */
async function checked(till: TestTill, card = SOCIAL_CARD, price: number | null = null): Promise<BenefitState> {
  const steps = await stepsOf(till);
  steps.choose(BREAD.id);
  steps.card(card, null);
  await steps.check(price === null ? null : kopecks(price));
  return shown(till);
}

test('what was found is on the disk before it is shown, and the card is forgotten', async () => {
  const till = open();
  const { cases, card, checking } = await checked(till);
  expect(cases).toMatchObject([{ stage: 'found', service: BREAD, ...FOUND, connection: 1, price: null }]);
  expect([card, checking]).toEqual([null, null]);
  expect(code(await (await stepsOf(till)).check(null))).toBe('benefit-no-card');
  expect(shown(till.restart()).cases).toEqual(cases);
});

test('each connection type is asked with its own fields', async () => {
  const asked: BenefitCheck[] = [];
  const check = async (question: BenefitCheck) => {
    asked.push(question);
    return ok(FOUND);
  };
  await checked(open(ecs({ check }, { connection: 1 })), CLIENT_CODE, 100);
  await checked(open(ecs({ check }, { connection: 2 })), SNILS, 100);
  const { cases } = await checked(open(ecs({ check }, { connection: 3 })), CLIENT_CODE, 100);
  expect(asked).toEqual([
    { serviceId: 101, connection: 1, card: { clientCode: CLIENT_CODE } },
    { serviceId: 101, connection: 2, snils: '11111111145' },
    { serviceId: 101, connection: 3, card: { clientCode: CLIENT_CODE }, price: 100 },
  ]);
  expect(cases).toMatchObject([{ price: 100 }]);
});

test.each<[string, 1 | 2 | 3, string, BenefitState['card'], string | null]>([
  ['the bar code of a social card', 1, SOCIAL_CARD, 'social-card', null],
  ['a holder’s code', 1, ' kja7-t4m2p 01', 'client-code', null],
  ['one that a scanner typed in the Russian layout', 1, 'ЛОФ7Е4Ь2З01', 'client-code', null],
  ['a social card with a wrong digit', 1, '964390140000000001999120114', null, 'benefit-card-not-read'],
  ['something else', 1, 'https://example.test/', null, 'benefit-card-not-read'],
  ['a СНИЛС', 2, SNILS, 'snils', null],
  ['a СНИЛС where a card is wanted', 1, SNILS, null, 'benefit-snils-not-taken'],
  ['its digits alone', 3, '11111111145', null, 'benefit-snils-not-taken'],
  ['eleven digits that are none', 1, '11111111146', 'client-code', null],
  ['a СНИЛС with a wrong digit', 2, '111-111-111 46', null, 'benefit-snils-needed'],
])('%s is read for what it is', async (_name, connection, text, kind, refusal) => {
  const till = open(ecs({}, { connection }));
  const steps = await stepsOf(till);
  expect(code(steps.card(text, null))).toBe(refusal);
  expect(shown(till).card).toBe(kind);
});

test('a holder’s code that happens to be a СНИЛС is taken from a scanner: it stands on the card', async () => {
  const till = open();
  const steps = await stepsOf(till);
  expect(code(steps.scanned('11111111145'))).toBeNull();
  expect(shown(till).card).toBe('client-code');
});

test('a region whose cards have other lengths sets them', async () => {
  const cards = {
    ...ecs().settings.cards,
    socialCardLengths: { number: 16, series: 4 },
    socialCardCheck: 'none' as const,
  };
  const till = open(ecs({}, { cards }));
  const steps = await stepsOf(till);
  expect(code(steps.card('1234567890123456', '7890'))).toBeNull();
  expect(code(steps.card('12345678901234567890', null))).toBeNull();
  expect(shown(till).card).toBe('social-card');
  expect(code(steps.card('9643901400000000018', '99120114'))).toBe('benefit-card-not-read');
});

test('number and series of a social card may be typed apart', async () => {
  const till = open();
  const steps = await stepsOf(till);
  expect(code(steps.card('9643901400000000018', '99120114'))).toBeNull();
  expect(shown(till).card).toBe('social-card');
  expect(code(steps.card('9643901400000000018', '991201'))).toBe('benefit-card-not-read');
  expect(shown(till).card).toBeNull();
});

test('while benefits are in front a scan is a card of theirs, and the receipt stays as it is', async () => {
  const till = open();
  till.desk.codes.expect('benefit-card');
  till.desk.scanned({ text: `]C0${SOCIAL_CARD}`, source: 'wedge', at: 0 });
  expect(shown(till).card).toBe('social-card');
  till.desk.scanned({ text: '4600494000218', source: 'serial', at: 0 });
  expect(till.desk.state.sale.lines).toEqual([]);
  till.desk.codes.expect('anything');
  till.desk.scanned({ text: '4600494000218', source: 'serial', at: 0 });
  expect(till.desk.state.sale.lines).toHaveLength(1);
});

test('with type 2 a card has a history, but is not what is asked with', async () => {
  const till = open(ecs({}, { connection: 2 }));
  const { problem: why } = await checked(till, CLIENT_CODE);
  expect(shown(till).card).toBe('client-code');
  expect(why).toBeNull();
  const steps = await stepsOf(till);
  expect(code(await steps.check(null))).toBe('benefit-snils-needed');
  expect(code(await steps.history({ from: '2026-01-01', to: '2026-11-21', page: 0 }))).toBeNull();
  steps.card(SNILS, null);
  expect(code(await steps.history({ from: '2026-01-01', to: '2026-11-21', page: 0 }))).toBe('benefit-card-needed');
});

test('without a service or a card nothing is asked', async () => {
  const till = open();
  const steps = await stepsOf(till);
  expect(code(await steps.check(null))).toBe('benefit-no-service');
  steps.choose(BREAD.id);
  expect(code(await steps.check(null))).toBe('benefit-no-card');
  expect(code(await steps.history({ from: '2026-01-01', to: '2026-11-21', page: 0 }))).toBe('benefit-no-card');
  expect(code(steps.choose(999))).toBe('benefit-no-service');
  steps.card(SOCIAL_CARD, null);
  steps.putAway();
  expect(code(await steps.check(null))).toBe('benefit-no-card');
});

test.each<[BenefitFailure, string]>([
  [refused('no-benefit'), 'benefit-none'],
  [refused('holder-not-found'), 'benefit-holder-not-found'],
  [refused('card-inactive'), 'benefit-card-inactive'],
  [refused('participant-unknown'), 'benefit-participant-unknown'],
  [refused('service-unknown'), 'benefit-service-unknown'],
  [refused('forbidden'), 'benefit-forbidden'],
  [refused('other'), 'benefit-refused'],
])('%o ends the check: %s, and the card is forgotten', async (failure, told) => {
  const { problem: why, card, cases } = await checked(open(ecs({ check: async () => fail(failure) })));
  expect([why?.code, card, cases]).toEqual([told, null, []]);
});

test.each<[BenefitFailure, string]>([
  [refused('processing-unreachable'), 'benefit-no-processing'],
  [LOST, 'benefit-timeout'],
  [{ kind: 'lost', cause: 'unreadable' }, 'benefit-answer-unreadable'],
  [{ kind: 'lost', cause: 'server-error' }, 'benefit-failed'],
  [{ kind: 'unreachable' }, 'benefit-unreachable'],
  [{ kind: 'throttled', retryAfterMs: 1_500 }, 'benefit-throttled'],
  [{ kind: 'token-missing' }, 'benefit-token-missing'],
  [{ kind: 'token-rejected' }, 'benefit-token-rejected'],
])('%o is no answer: %s, and the card need not be read again', async (failure, told) => {
  let failing = true;
  const check = async () => (failing ? fail(failure) : ok(FOUND));
  const till = open(ecs({ check }));
  const { problem: why, card } = await checked(till);
  expect([why?.code, card]).toEqual([told, 'social-card']);
  failing = false;
  await (await stepsOf(till)).check(null);
  expect(shown(till)).toMatchObject({ problem: null, card: null, cases: [{ stage: 'found' }] });
});

test('with type 3 a check whose answer is lost is told of until somebody saw it, also after a restart', async () => {
  const till = open(ecs({ check: async () => fail(LOST) }, { connection: 3 }));
  const unknown = problem('benefit-check-unknown', { service: BREAD.name });
  expect((await checked(till)).problem).toEqual(unknown);
  const again = till.restart();
  const steps = await stepsOf(again);
  expect(shown(again).problem).toEqual(unknown);
  steps.card(SOCIAL_CARD, null);
  expect(shown(again).problem).toEqual(unknown);
  steps.putAway();
  expect([shown(again).problem, shown(again.restart()).problem]).toEqual([null, null]);
});

test('so is one that a power cut ended', async () => {
  const till = open(ecs({ check: () => new Promise(() => {}) }, { connection: 3 }));
  void checked(till);
  await new Promise((resolve) => setImmediate(resolve));
  expect(shown(till.restart()).problem?.code).toBe('benefit-check-unknown');
});

test.each<Result<typeof FOUND, BenefitFailure>>([
  ok(FOUND),
  fail(refused('no-benefit')),
  fail({ kind: 'unreachable' }),
])('with type 3 %o leaves nothing open', async (answer) => {
  const till = open(ecs({ check: async () => answer }, { connection: 3 }));
  expect((await checked(till)).checking).toBeNull();
  expect(shown(till.restart()).problem).toBeNull();
});

test('a late answer is told while it is waited for; one question at a time', async () => {
  let answer: (found: Result<typeof FOUND, BenefitFailure>) => void = () => {};
  const check = () => new Promise<Result<typeof FOUND, BenefitFailure>>((resolve) => (answer = resolve));
  const till = open(ecs({ check }));
  const checking = checked(till);
  await new Promise((resolve) => setImmediate(resolve));
  expect(shown(till).checking).toBe('asked');
  till.clock.advance(3_000);
  expect(shown(till).checking).toBe('slow');
  expect(code(await (await stepsOf(till)).check(null))).toBe('busy');
  answer(ok(FOUND));
  expect((await checking).checking).toBeNull();
  till.clock.advance(3_000);
  expect(shown(till).checking).toBeNull();
});

test('a card that is read while another is checked waits for its own turn', async () => {
  let answer: (found: Result<typeof FOUND, BenefitFailure>) => void = () => {};
  const check = () => new Promise<Result<typeof FOUND, BenefitFailure>>((resolve) => (answer = resolve));
  const till = open(ecs({ check }));
  const checking = checked(till);
  await new Promise((resolve) => setImmediate(resolve));
  (await stepsOf(till)).card(CLIENT_CODE, null);
  answer(ok(FOUND));
  expect(await checking).toMatchObject({ card: 'client-code', cases: [{ stage: 'found' }] });
});

test('services that were asked about come first; the last one is still chosen after a restart', async () => {
  const till = open();
  const steps = await stepsOf(till);
  steps.choose(BREAD.id);
  till.clock.advance(1_000);
  steps.choose(WATER.id);
  expect(await steps.services()).toEqual(
    ok([
      { ...WATER, recent: true },
      { ...BREAD, recent: true },
    ]),
  );
  expect(shown(till.restart()).service).toEqual(WATER);
});

test('while the ЕЦС is down there are the services that were asked about before', async () => {
  const till = open(ecs({ services: inTurn(ok([BREAD, WATER]), fail(LOST)) }));
  const steps = await stepsOf(till);
  steps.choose(WATER.id);
  expect(await till.restart().desk.benefits?.steps.services()).toEqual(ok([{ ...WATER, recent: true }]));
  const never = open(ecs({ services: async () => fail(LOST) }));
  expect(await never.desk.benefits?.steps.services()).toEqual(fail(problem('benefit-timeout')));
});

test('what was found before a restart waits for the cashier: nothing is decided for them', async () => {
  const till = open();
  await checked(till);
  const again = till.restart();
  await again.desk.start();
  expect(shown(again).cases).toMatchObject([{ stage: 'found' }]);
});

test('a till without the ЕЦС has no benefits', () => {
  const till = openTill(answers(), onTestFinished);
  expect([till.desk.benefits, till.desk.state.benefits]).toEqual([null, null]);
  till.desk.codes.expect('benefit-card');
  till.desk.scanned({ text: SOCIAL_CARD, source: 'serial', at: 0 });
  expect(till.desk.state.notice?.code).toBe('benefit-not-set');
});
