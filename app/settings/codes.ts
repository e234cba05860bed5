import { z } from 'zod';
import { USUAL_SEPARATORS } from '../domain/codes/separators.ts';
import { PHONE_COUNTRIES } from '../domain/phone-reader.ts';
import { as } from './profile-fault.ts';

/** A regular expression that must match a whole code. */
export const mask = z.string().refine((source) => {
  try {
    new RegExp(source);
    return true;
  } catch {
    return false;
  }
}, as('no-regex'));

/** Place of the first of these digits, counted from 0, and how many they are. */
const digits = z.tuple([z.int().min(0).max(12), z.int().min(1).max(12)]);

/** How labels of the shop's scales are made: thirteen digits that begin with 2. */
const weighedRule = z
  .strictObject({
    prefix: z.string().regex(/^2\d{0,11}$/),
    article: digits,
    value: digits,
    /** What the value is: grams, the sum of the label in kopecks, or pieces. */
    unit: z.enum(['g', 'kopecks', 'pieces']),
    /** The last digit is the check digit of an EAN-13. */
    checkDigit: z.boolean().default(true),
  })
  .refine(
    ({ article, value, checkDigit }) => {
      const last = checkDigit ? 12 : 13;
      const [first, second] = article[0] < value[0] ? [article, value] : [value, article];
      return first[0] + first[1] <= second[0] && second[0] + second[1] <= last;
    },
    { error: as('digits-overlap'), path: ['value'] },
  );

/** How the shop's own codes look. Without masks a code that is no product is taken for a customer's. */
export const codesSchema = z.strictObject({
  cards: z.array(mask).default([]),
  certificates: z.array(mask).default([]),
  promos: z.array(mask).default([]),
  /** The first rule that a label fits counts. */
  weighed: z
    .array(weighedRule)
    .max(20)
    .default([{ prefix: '21', article: [2, 5], value: [7, 5], unit: 'g', checkDigit: true }]),
  /** What scanners put in place of the separator GS of marking codes. */
  separators: z
    .array(z.string().min(1).max(10))
    .max(20)
    .default([...USUAL_SEPARATORS]),
  /** Whose phones are written without a plus; others need it. */
  phoneCountry: z.enum(PHONE_COUNTRIES).default('RU'),
});
