import { expect, test } from 'vitest';
import type { ReceiptEvent } from '../../../../app/contract/journal.ts';
import { formatFor } from '../../../format.ts';
import { LANGUAGES } from '../../../text/language.ts';
import { ru } from '../../../text/ru.ts';
import { startTexts } from '../../../text/start.ts';
import { eventWords } from './event-words.ts';

const russian = startTexts('ru').t;
const happened = (kind: string, body: ReceiptEvent['body'] = {}): ReceiptEvent => ({
  id: 1,
  at: 0,
  who: '',
  kind,
  body,
});
const words = (kind: string, body?: ReceiptEvent['body']) =>
  eventWords(russian, formatFor('ru'), happened(kind, body)).replace(/\s/g, ' ');

test('an event is told with its goods, sums and quantities', () => {
  expect(words('line-added', { code: '00123', price: 109_00, quantity: 1250 })).toBe(
    'Добавлен товар 00123: 1,25 по 109,00',
  );
  expect(words('write-started', { cash: 1_000_00, card: 0, offline: false })).toBe('Оплата: наличными 1 000,00');
  expect(words('write-started', { cash: 50_00, card: 100_00 })).toBe('Оплата: наличными 50,00, картой 100,00');
  expect(words('write-started', { cash: 0, card: 0 })).toBe('Оплата: наличными 0,00');
  expect(words('customer-identified', { phoneEnding: '3377' })).toBe('Клиент определён, телефон ···3377');
});

test('a return is told by the ways in which the customer got it', () => {
  expect(words('returned', { id: 'return-1', cash: 0, card: 500_00, certificates: 0, bonuses: 12_50 })).toBe(
    'Возврат проведён: на карту 500,00, бонусами 12,50',
  );
});

test('what was to be sent is called by name', () => {
  expect(words('outbox-retried', { kind: 'receipt-return' })).toBe('Возврат: отправить ещё раз');
  expect(words('outbox-dead', { kind: 'of tomorrow', code: 'write-refused' })).toContain('of tomorrow:');
});

test('a kind of another program is shown as it is called', () => {
  expect(words('teleported', { to: 'Mars' })).toBe('teleported');
  expect(words('constructor')).toBe('constructor');
});

test.each(LANGUAGES)('in %s no event shows a blank or a key, whatever it says', (language) => {
  const { t } = startTexts(language);
  for (const kind of Object.keys(ru.event)) {
    for (const body of [{}, { quantity: null, price: null, kind: null }, { quantity: 'much', cash: 'none' }]) {
      expect(eventWords(t, formatFor(language), happened(kind, body))).not.toMatch(/[{}]|event\.|null|undefined/);
    }
  }
});
