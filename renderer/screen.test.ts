import { expect, test } from 'vitest';
import { kopecks } from '../app/domain/money.ts';
import { problem } from '../app/domain/problem.ts';
import { testLine, testView } from './fixture.ts';
import {
  BLANK_SCREEN,
  barMessageOf,
  dialogMessageOf,
  messageOf,
  opened,
  received,
  type Screen,
  selectedLine,
} from './screen.ts';

const notice = { id: 5, tone: 'warning', code: 'redemption-clamped', params: { allowed: 50_00 } } as const;
const pinNeeded = { needed: true, asked: false, confirmed: false };

function shown(change: Partial<Screen> = {}): Screen {
  return { ...BLANK_SCREEN, view: testView(), ...change };
}

test('a snapshot older than the one shown is dropped', () => {
  const screen = received(shown(), testView({ revision: 3, queue: 3 }));
  expect(received(screen, testView({ revision: 2, queue: 2 }))).toBe(screen);
  expect(received(screen, testView({ revision: 3, queue: 2 }))).toBe(screen);
});

test('the line the cashier moved to stays selected until the lines change', () => {
  const moved = shown({ cursor: 1 });
  expect(selectedLine(received(moved, testView({ revision: 2, queue: 1 })))?.index).toBe(1);
  const scanned = testView({ revision: 2, sale: { lines: [testLine(1), testLine(2), testLine(4)], selected: 4 } });
  expect(selectedLine(received(moved, scanned))?.index).toBe(4);
});

test('nothing is selected on an empty receipt', () => {
  expect(selectedLine(received(shown(), testView({ revision: 2, sale: { lines: [], selected: null } })))).toBeNull();
  expect(selectedLine(BLANK_SCREEN)).toBeNull();
});

test('the PIN dialog comes up when a write-off starts to need it, and goes when it is confirmed', () => {
  const needing = received(shown(), testView({ revision: 2, sale: { pin: pinNeeded } }));
  expect(needing.dialog).toEqual({ kind: 'pin' });
  const putAside = { ...needing, ...opened(needing, null) };
  expect(received(putAside, testView({ revision: 3, sale: { pin: pinNeeded } })).dialog).toBeNull();
  expect(received(needing, testView({ revision: 3 })).dialog).toBeNull();
});

test('at start a PIN that was already needed does not push itself in front', () => {
  expect(received(BLANK_SCREEN, testView({ sale: { pin: pinNeeded } })).dialog).toBeNull();
});

test('a payment stays open while its PIN is asked for, and closes once the receipt is being written', () => {
  const paying = shown({ dialog: { kind: 'checkout', payment: 'cash' } });
  const withPin = received(paying, testView({ revision: 2, sale: { pin: pinNeeded } }));
  expect(withPin.dialog).toEqual({ kind: 'checkout', payment: 'cash' });
  expect(received(withPin, testView({ revision: 3, sale: { stage: 'writing' } })).dialog).toBeNull();
});

test('the quantity dialog goes with its line', () => {
  const changing = shown({ dialog: { kind: 'quantity', index: 2, typed: null } });
  expect(received(changing, testView({ revision: 2, queue: 1 })).dialog).not.toBeNull();
  expect(received(changing, testView({ revision: 2, sale: { lines: [testLine(1)] } })).dialog).toBeNull();
});

test('typed bonuses stay until the sale has another sum or another customer', () => {
  const typing = shown({ redemption: '12' });
  expect(received(typing, testView({ revision: 2, busy: 'calculating' })).redemption).toBe('12');
  expect(received(typing, testView({ revision: 2, sale: { customer: null } })).redemption).toBeNull();
  const { redemption } = testView().sale;
  const chosen = testView({ revision: 2, sale: { redemption: { ...redemption, chosen: kopecks(12_00) } } });
  expect(received(typing, chosen).redemption).toBeNull();
});

test('a failed command is told first, and gives way to what the desk says next', () => {
  const failed = shown({ failure: problem('busy') });
  expect(messageOf(failed)).toEqual({ tone: 'error', code: 'busy', params: undefined });
  expect(messageOf(received(failed, testView({ revision: 2, queue: 1 })))?.code).toBe('busy');
  expect(messageOf(received(failed, testView({ revision: 2, notice })))).toEqual(notice);
});

test('a dialog tells only what came up since it opened, and the bar does not say it again', () => {
  const before = shown({ view: testView({ notice }) });
  const dialog = { ...before, ...opened(before, { kind: 'pin' }) };
  expect(dialogMessageOf(dialog)).toBeNull();
  expect(barMessageOf(dialog)).toEqual(notice);
  const refused = { ...dialog, failure: problem('pin-wrong') };
  expect(dialogMessageOf(refused)?.code).toBe('pin-wrong');
  expect(barMessageOf(refused)).toBeNull();
});
