import { expect, test } from 'vitest';
import { en } from '../text/en.ts';
import { ru } from '../text/ru.ts';
import { uk } from '../text/uk.ts';
import { usCharacter } from '../wedge/us-keys.ts';
import { parseChord } from './chord.ts';
import { KEYMAP, KEYS } from './keymap.ts';

type Keys = Readonly<Record<string, readonly string[]>>;

const { always, places, tender, questions, ...ofPlaces } = KEYMAP;
const { withoutService, isThere, isNotThere } = questions;

/**
 * What is listened to at the same time: a place with what is heard in several, each window that has its own alone. A receipt that
 * was refused may go without the service from the payment, and what a person finds out is asked in two of the places, too.
 */
const heardTogether: readonly (readonly Keys[])[] = [
  [always, tender],
  [always, questions],
  [always, tender, { withoutService }],
  ...[ofPlaces.sale, ofPlaces.journal].map((place) => [always, places, place, { isThere, isNotThere }]),
  ...Object.values(ofPlaces).map((place) => [always, places, place]),
];

test('no two things that are listened to together are on one key, and no key stands twice', () => {
  for (const scopes of heardTogether) {
    const chords = scopes.flatMap((keys) => Object.values(keys).flat());
    expect(chords.filter((chord, place) => chords.indexOf(chord) !== place)).toEqual([]);
  }
});

test('no action has two entries', () => {
  const ids = Object.values(KEYMAP).flatMap((scope) => Object.keys(scope));
  expect(new Set(ids).size).toBe(ids.length);
  expect(Object.keys(KEYS).toSorted()).toEqual(ids.toSorted());
});

test('the key on the button is one that no desktop takes', () => {
  const taken = /^(?:Ctrl\+(?:Alt\+)?F\d+|Alt\+.*|F1[3-9]|Ctrl\+Escape|Ctrl\+Shift\+U)$/;
  const shown = Object.values(KEYS).map(([first]) => first);
  expect(shown.filter((chord) => taken.test(chord))).toEqual([]);
});

test('every key of MaxBonus’ manual acts, with another beside it', () => {
  for (const [id, manual] of [
    ['newReceipt', 'Ctrl+F12'],
    ['returnGoods', 'Ctrl+Shift+F5'],
    ['manualDiscount', 'Ctrl+Alt+F11'],
    ['payMixed', 'Ctrl+Shift+F10'],
    ['payCash', 'Ctrl+Shift+F7'],
    ['payCard', 'Ctrl+Shift+F8'],
    ['search', 'Ctrl+Shift+F2'],
    ['tillMenu', 'Ctrl+Shift+F11'],
    ['otherMenu', 'Ctrl+Shift+F12'],
  ] as const) {
    expect(KEYS[id]).toContain(manual);
    expect(KEYS[id].length).toBeGreaterThan(1);
  }
  expect(KEYS.field).toContain('F7');
});

test('no key is one by which a scanner types a control character or ends a code', () => {
  const ends = ['I', 'J', 'M'];
  const typed = Object.values(KEYS)
    .flat()
    .filter((text) => {
      const { key, ctrl, shift, alt } = parseChord(text);
      if (!ctrl || alt || shift) return false;
      const press = { code: `Key${key}`, key, ctrlKey: true, shiftKey: false, altKey: false, metaKey: false };
      return ends.includes(key) || usCharacter({ ...press, capsLock: false }, 'ignored') !== null;
    });
  expect(typed).toEqual([]);
});

test('what the screen says to press is a key of the till', () => {
  const known: readonly string[] = Object.values(KEYS).flat();
  for (const texts of [ru, uk, en]) {
    const named = JSON.stringify(texts).match(/(?:(?:Ctrl|Alt|Shift)\+)*\bF(?:[1-9]|1[0-2])\b/g) ?? [];
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((key) => !known.includes(key))).toEqual([]);
  }
});
