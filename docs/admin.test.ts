import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { KEYS } from '../renderer/keys/keymap.ts';
import { interfaceWords } from './interface-words.ts';

const read = (file: string): string => readFileSync(path.join(import.meta.dirname, file), 'utf8');
const page = read('admin.md').replaceAll(/\s+/g, ' ');

test('whatever is quoted stands on the screen or on the slip', () => {
  const quotes = [...page.matchAll(/«([^»]+)»/g)].flatMap(([, quote = '']) => quote.split('…'));
  expect(quotes.length).toBeGreaterThan(0);
  expect(quotes.filter((quote) => !interfaceWords.includes(quote.trim()))).toEqual([]);
});

test('the sheet of advice says what the screen prints', () => {
  const sheet = /\n {2}scannerAdvice: \{\n([\s\S]*?)\n {2}\},/.exec(interfaceWords)?.[1] ?? '';
  const sentences = [...sheet.matchAll(/'([^']+)',$/gm)].map(([, sentence = '']) => sentence);
  const plain = page.replaceAll('**', '');
  expect(sentences.length).toBeGreaterThan(20);
  expect(sentences.filter((sentence) => !plain.includes(sentence))).toEqual([]);
});

test.each(['setup', 'save'] as const)('the key of %s is the one on its button', (id) => {
  expect(page).toContain(`\`${KEYS[id][0]}\``);
});
