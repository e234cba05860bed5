import { z } from 'zod';
import { BENEFIT_STAGES } from '../domain/benefit-case.ts';
import { amount, nothing, paidAmount } from '../schema/values.ts';
import type { CommandSchemas } from './command.ts';
import { LONGEST } from './limits.ts';
import { problemSchema } from './problem.ts';

/** Benefits of the ЕЦС. Nothing here says whose card it is. Amounts are kopecks, times epoch ms. */

const named = z.object({ id: z.int(), name: z.string() });

const caseView = z.object({
  id: z.int(),
  at: z.int(),
  service: z.string(),
  /** `discount`: what the shop takes off, in per cent; `null` where that is not set. */
  categories: z.array(named.extend({ discount: z.number().nullable() })),
  /** The one that was taken. */
  category: z.string().nullable(),
  price: amount.nullable(),
  discountedPrice: amount.nullable(),
  stage: z.enum(BENEFIT_STAGES),
  /** Why the ЕЦС has yet to be told; `dead`: a person has to decide. */
  delivery: z.object({ dead: z.boolean(), problem: problemSchema.nullable() }).nullable(),
});

/** The benefits' part of the snapshot. */
export const benefitView = z.object({
  /** With type 3 the price goes with the question, and nobody is told of the answer's end. */
  connection: z.literal([1, 2, 3]),
  /** Whether the ЕЦС is told that a holder did without; else its entry stays. */
  tellsRefusals: z.boolean(),
  /** Digits of a social card's number and of its series. */
  socialCard: z.object({ number: z.int(), series: z.int() }),
  service: named.nullable(),
  card: z.enum(['client-code', 'social-card', 'snils']).nullable(),
  /** `slow`: the answer is later than the regulation allows. */
  checking: z.enum(['asked', 'slow']).nullable(),
  /** Why the last check found nothing. */
  problem: problemSchema.nullable(),
  /** All that wait for a decision or for the ЕЦС, and the latest others; newest first. */
  cases: z.array(caseView),
  /** How the ЕЦС answered within a day. */
  level: z.object({ checks: z.int(), late: z.int(), failed: z.int() }),
});

const day = z.iso.date();
const price = paidAmount.nullable();

export const benefitCommands = {
  /** Services to choose from, those asked about lately first. */
  'benefit.services': { input: nothing, output: z.array(named.extend({ recent: z.boolean() })).readonly() },
  'benefit.choose': { input: z.object({ service: z.int() }), output: nothing },
  /** A card as it was typed; `series`: of a social card whose number alone is `text`. */
  'benefit.card': {
    input: z.object({
      text: z.string().trim().min(1).max(LONGEST.benefitCard),
      series: z.string().trim().max(LONGEST.benefitSeries).nullable(),
    }),
    output: nothing,
  },
  /** Forgets the card. */
  'benefit.putAway': { input: nothing, output: nothing },
  /** Asks the ЕЦС, once the cashier has compared the photograph on the card with its holder; `price` with type 3. */
  'benefit.check': { input: z.object({ photoCompared: z.literal(true), price }), output: nothing },
  /** The holder takes the service; `onto`: where on the receipt the difference of the prices comes off. */
  'benefit.give': {
    input: z.object({
      caseId: z.int(),
      categoryId: z.int(),
      price,
      discountedPrice: price,
      onto: z.object({ line: z.int().min(1).nullable() }).nullable(),
    }),
    output: nothing,
  },
  /** The holder does without. */
  'benefit.decline': { input: z.object({ caseId: z.int() }), output: nothing },
  /** Takes the discount off the receipt again. */
  'benefit.takeOff': { input: z.object({ caseId: z.int() }), output: nothing },
  /** What the holder of the card that was read got in these days, here and elsewhere; pages count from 0. */
  'benefit.history': {
    input: z
      .object({ from: day, to: day, page: z.int().min(0).max(10_000) })
      .refine(({ from, to }) => from <= to, 'an interval that ends before it begins'),
    output: z.object({
      transactions: z
        .array(
          z.object({
            id: z.int(),
            confirmedAt: z.int(),
            service: named,
            organization: z.string(),
            area: z.string(),
            discountedPrice: amount.nullable(),
          }),
        )
        .readonly(),
      total: z.int(),
    }),
  },
} as const satisfies Record<string, CommandSchemas>;

export type BenefitView = z.output<typeof benefitView>;
export type BenefitCaseView = BenefitView['cases'][number];
