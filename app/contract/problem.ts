import { z } from 'zod';
import { PROBLEM_CODES } from '../domain/problem.ts';

/** Something that went wrong, as the cashier is told of it. */
export const problemSchema = z.object({
  code: z.enum(PROBLEM_CODES),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});
