import { z } from 'zod';

/** What the documents leave open or contradict, decided one way or the other. */
export type Variant = {
  readonly connectionType: 1 | 2 | 3;
  /** `resultCode` of a check that found a benefit: 1 in the sample. */
  readonly successCode: 0 | 1;
  /** How a code of appendix 7 is delivered: as an HTTP error, or under 200 with an empty list of benefits. */
  readonly codes: 'http' | 'result';
  /** What becomes of a confirmation that comes again. */
  readonly repeatedConfirmation: 'accepted' | 'refused';
  /** What an area in a list of transactions calls its name: `name` in the table, `shortName` in the sample. */
  readonly areaField: 'name' | 'shortName';
};

export const DEFAULT_VARIANT: Variant = {
  connectionType: 1,
  successCode: 1,
  codes: 'http',
  repeatedConfirmation: 'accepted',
  areaField: 'name',
};

/** Some of it decided otherwise. */
export const variantChange: z.ZodType<Partial<Variant>> = z.strictObject({
  connectionType: z.literal([1, 2, 3]).exactOptional(),
  successCode: z.literal([0, 1]).exactOptional(),
  codes: z.enum(['http', 'result']).exactOptional(),
  repeatedConfirmation: z.enum(['accepted', 'refused']).exactOptional(),
  areaField: z.enum(['name', 'shortName']).exactOptional(),
});
