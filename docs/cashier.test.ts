import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { KEYMAP, KEYS } from '../renderer/keys/keymap.ts';
import { interfaceWords } from './interface-words.ts';

const read = (file: string): string => readFileSync(path.join(import.meta.dirname, file), 'utf8');
const page = read('cashier.md');

test('the keys are those of the keymap, each where it is heard', () => {
  const { always, places, ...ofPlaces } = KEYMAP;
  const heard = {
    'На любом экране': { ...always, ...places },
    Продажа: ofPlaces.sale,
    'Окно оплаты наличными': ofPlaces.tender,
    'Окна вопросов': ofPlaces.questions,
    Журнал: ofPlaces.journal,
    Смена: ofPlaces.shift,
    Льготы: ofPlaces.benefits,
    Настройки: ofPlaces.setup,
  };
  expect(Object.keys(heard)).toHaveLength(Object.keys(KEYMAP).length - 1);
  const [, section = ''] = page.split('\n## Клавиши\n');
  const tables = section.split('\n## ')[0]?.split('\n### ').slice(1) ?? [];
  const shown = tables.map((table) => [table.split('\n')[0], keysIn(table).toSorted()]);
  const expected = Object.entries(heard).map(([name, keys]) => [
    name,
    Object.values(keys).flat().map(spelled).toSorted(),
  ]);
  expect(shown).toEqual(expected);
});

test('no key is named that the till does not have', () => {
  const known = Object.values(KEYS).flat().map(spelled);
  const named = [...page.matchAll(/`((?:(?:Ctrl|Alt|Shift)\+\S+?|F\d+))`/g)].map(([, key = '']) => key);
  expect(named.length).toBeGreaterThan(0);
  expect(named.filter((key) => !known.includes(key))).toEqual([]);
});

/** A chord as the page names it. */
function spelled(chord: string): string {
  const keys = chord.split('+').map((key) => CAPS[key] ?? key);
  return keys.join('+');
}

const CAPS: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  Escape: 'Esc',
  Delete: 'Del',
  Equal: '=',
  Minus: '-',
  Digit0: '0',
  NumpadAdd: 'Num +',
  NumpadSubtract: 'Num -',
  Numpad0: 'Num 0',
};

/** Keys stand in the first and the third column, what they do in the others. */
function keysIn(table: string): string[] {
  const rows = table.split('\n').filter((line) => line.startsWith('|'));
  const cells = rows.flatMap((row) => row.split('|').filter((_, place) => place % 2 === 1));
  return cells.flatMap((cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, key = '']) => key));
}

test('whatever is quoted stands on the screen or on the slip', () => {
  // Numbers and «…» stand for what is filled in; the light of a device is put together of its name and a word.
  const parts = [...page.matchAll(/«([^»]+)»/g)].flatMap(([, quote = '']) => quote.split(/…|\d+|^Сканер: |^Принтер: /));
  const told = parts.map((part) => part.replaceAll(/\s+/g, ' ').trim());
  expect(told.length).toBeGreaterThan(0);
  expect(told.filter((part) => !interfaceWords.includes(part))).toEqual([]);
});
