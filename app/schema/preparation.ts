import { z } from 'zod';

/**
 * What is done to a journal before it can be opened, and how far that is, as it passes from its thread to main and on to the
 * screen: a damaged one is restored, one of an older program brought to today's schema.
 */
export const preparationProgress = z.object({
  task: z.enum(['restore', 'migrate']),
  step: z.enum(['reading', 'refilling', 'checking', 'backing-up', 'migrating']),
  /** Of all its steps, from 0 to 1. */
  share: z.number().min(0).max(1),
});

export type PreparationProgress = z.output<typeof preparationProgress>;
