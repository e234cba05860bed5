import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { interfaceWords } from './interface-words.ts';

const read = (file: string): string => readFileSync(path.join(import.meta.dirname, file), 'utf8');
const page = read('cashier.md');

test('the keys are those of the keymap, each once', () => {
  const caps: Readonly<Record<string, string>> = { ArrowUp: '↑', ArrowDown: '↓', Delete: 'Del', Escape: 'Esc' };
  const keymap = read('../renderer/keys/keymap.ts').matchAll(/^ {2}\w+: '([^']+)',$/gm);
  const keys = [...keymap].map(([, key = '']) => caps[key] ?? key);
  const section = page.split('\n## ').find((part) => part.startsWith('Клавиши')) ?? '';
  // Keys in the first and the third column, what they do in the others.
  const rows = section.split('\n').filter((line) => line.startsWith('|'));
  const cells = rows.flatMap((row) => row.split('|').filter((_, place) => place % 2 === 1));
  const shown = cells.flatMap((cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, key = '']) => key));
  expect(keys.length).toBeGreaterThan(0);
  expect(shown.sort()).toEqual(keys.sort());
});

test('whatever is quoted stands on the screen or on the slip', () => {
  // Numbers and «…» stand for what is filled in; the light of a device is put together of its name and a word.
  const parts = [...page.matchAll(/«([^»]+)»/g)].flatMap(([, quote = '']) => quote.split(/…|\d+|^Сканер: |^Принтер: /));
  const told = parts.map((part) => part.replaceAll(/\s+/g, ' ').trim());
  expect(told.length).toBeGreaterThan(0);
  expect(told.filter((part) => !interfaceWords.includes(part))).toEqual([]);
});
