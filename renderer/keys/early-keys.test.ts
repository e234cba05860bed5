import { describe, expect, test } from 'vitest';
import type { BenefitView } from '../../app/contract/benefit.ts';
import type { Question } from '../../app/contract/view.ts';
import { testView } from '../fixture.ts';
import { BLANK_SCREEN, type Screen } from '../screen.ts';
import { EarlyKeys } from './early-keys.ts';

const screen = (change: Parameters<typeof testView>[0] = {}, own: Partial<Screen> = {}): Screen => ({
  ...BLANK_SCREEN,
  view: testView(change),
  ...own,
});
const question = (id: number): Question => ({
  id,
  text: '5678',
  options: [{ kind: 'customer-code' }, { kind: 'promo' }],
});

/** What the screen shows, one after the other with the time from which it does. */
function having(...shown: readonly [at: number, screen: Screen][]): (key: string, timeStamp: number) => boolean {
  const keys = new EarlyKeys();
  for (const [at, now] of shown) keys.shows(now, at);
  return (key, timeStamp) => keys.isEarly({ key, timeStamp });
}

describe('a question', () => {
  test('hears no key for the time that it takes to see it, also none that was pressed before', () => {
    const isEarly = having([0, screen()], [1000, screen({ question: question(1) })]);
    const times = [900, 1000, 1299, 1300];
    for (const key of ['1', 'Enter', 'Escape', ' ']) {
      expect(times.map((at) => isEarly(key, at))).toEqual([true, true, true, false]);
    }
  });

  test('that takes the place of another is a new one, a snapshot of the same is not', () => {
    const first = screen({ question: question(1) });
    const same = having([0, first], [1000, screen({ question: question(1), revision: 2 })]);
    expect(same('1', 1100)).toBe(false);
    const other = having([0, first], [1000, screen({ question: question(2) })]);
    expect(other('1', 1100)).toBe(true);
  });
});

test('an Enter behind the digit that answered a question does nothing; with a text it is for that', () => {
  const asked = screen({ question: question(1) });
  const isEarly = having([0, asked], [1000, screen()]);
  expect([1100, 1500].map((at) => isEarly('Enter', at))).toEqual([true, false]);
  expect(having([0, asked], [1000, screen({}, { typed: '4600' })])('Enter', 1100)).toBe(false);
});

describe('a paid receipt', () => {
  const paid = screen({ sale: { stage: 'written' } });

  test('is not left by an Enter before the change was read', () => {
    const isEarly = having([0, screen()], [1000, paid]);
    expect([999, 1000, 2499, 2500].map((at) => isEarly('Enter', at))).toEqual([true, true, true, false]);
    expect(isEarly('F2', 1100)).toBe(false);
    // In the journal an Enter leads elsewhere.
    expect(having([0, screen()], [1000, paid], [1100, { ...paid, place: 'journal' }])('Enter', 1200)).toBe(false);
  });

  test('takes what is typed, and leaves a dialog in front alone', () => {
    expect(having([0, paid], [0, { ...paid, typed: '4600' }])('Enter', 100)).toBe(false);
    expect(having([0, { ...paid, dialog: { kind: 'return', receipt: null } }])('Enter', 100)).toBe(false);
  });

  test('that waits for its service, and one that the page finds when it opens, are no others', () => {
    expect(having([0, screen({ sale: { stage: 'queued' } })])('Enter', 100)).toBe(true);
  });
});

test('a payment that Enter opened is not made by the next Enter at once; by its own key it is', () => {
  const opened = (byEnter: boolean) =>
    having(
      [0, screen()],
      [1000, screen({}, { dialog: { kind: 'checkout', payment: 'cash', ...(byEnter && { byEnter }) } })],
    );
  expect([1100, 1700].map((at) => opened(true)('Enter', at))).toEqual([true, false]);
  expect(opened(false)('Enter', 1100)).toBe(false);
});

test('behind a card that was read no Enter says at once that its photograph was compared; a benefit that was found takes one', () => {
  const at = (change: Partial<BenefitView>): Screen =>
    screen({ benefits: { ...NO_CARD, ...change } }, { place: 'benefits' });
  const read = having([0, at({})], [1000, at({ card: 'client-code' })]);
  expect([1001, 1699, 1700].map((time) => read('Enter', time))).toEqual([true, true, false]);
  expect(read('F10', 1001)).toBe(false);
  expect(read('Enter', 1002)).toBe(false);
  const found = having(
    [0, at({})],
    [1000, at({ card: 'client-code' })],
    [1100, at({ card: 'client-code', cases: [FOUND] })],
  );
  expect(found('Enter', 1101)).toBe(false);
});

const NO_CARD: BenefitView = {
  connection: 1,
  tellsRefusals: false,
  socialCard: { number: 19, series: 8 },
  service: null,
  card: null,
  checking: null,
  problem: null,
  cases: [],
  level: { checks: 0, late: 0, failed: 0 },
};

const FOUND: BenefitView['cases'][number] = {
  id: 1,
  at: 0,
  service: 'Bath',
  category: null,
  categories: [{ id: 1, name: 'Veteran', discount: null }],
  price: null,
  discountedPrice: null,
  stage: 'found',
  delivery: null,
};
