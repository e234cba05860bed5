import { expect, test } from 'vitest';
import { readCard } from '../../domain/benefit-card.ts';
import { parseSnils } from '../../domain/snils.ts';
import { SOCIAL_CARD_LENGTHS } from '../../domain/social-card.ts';
import { TRAINING_BANK, TRAINING_BARCODES, TRAINING_CLIENT_CODES } from './bank.ts';

const rules = {
  clientCode: '[0-9A-Z]{1,15}',
  socialCardBarcode: true,
  socialCardCheck: 'luhn',
  socialCardLengths: SOCIAL_CARD_LENGTHS,
} as const;

test.each(Object.values(TRAINING_BANK.holders))('$code: a till takes every number of this holder', (holder) => {
  expect(parseSnils(holder.snils)).toBe(holder.snils);
  for (const { number } of holder.plastics) {
    expect(readCard(holder.code + number, rules)).toEqual({ clientCode: holder.code + number });
  }
});

test.each(Object.values(TRAINING_BARCODES))('%s is the bar code of a social card', (barcode) => {
  expect(readCard(barcode, rules)).toEqual({ cardNumber: barcode.slice(0, 19), cardSeries: barcode.slice(19) });
});

test('what can be scanned or typed is somebody’s', () => {
  const codes = TRAINING_BANK.holders.flatMap(({ code, plastics }) => plastics.map(({ number }) => code + number));
  const barcodes = TRAINING_BANK.holders.flatMap(({ socialCard }) =>
    socialCard ? [socialCard.number + socialCard.series] : [],
  );
  expect(Object.values(TRAINING_CLIENT_CODES).toSorted()).toEqual(codes.toSorted());
  expect(Object.values(TRAINING_BARCODES).toSorted()).toEqual(barcodes.toSorted());
});

test('services and holders know no category that there is not', () => {
  const known = new Set<number>(TRAINING_BANK.categories.map(({ id }) => id));
  const named = [...TRAINING_BANK.services, ...TRAINING_BANK.holders].flatMap(({ categories }) => [...categories]);
  expect(named.filter((id) => !known.has(id))).toEqual([]);
});
