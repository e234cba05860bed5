import { z } from 'zod';
import { fieldsOf } from './service-error.ts';

/**
 * How an answer is read. What money or the next request depends on has to be as it should, or the whole answer cannot be read;
 * what is only shown is read as well as it can be, else left out.
 */
export type AnswerForm<Data> = { readonly shown: z.ZodObject; readonly whole: z.ZodType<Data> };

/** Told the names of fields that were left out, as they could not be read. */
export type Odd = (fields: readonly string[]) => void;

export function answerForm<Needed extends z.ZodRawShape, Shown extends Record<string, z.ZodOptional<z.ZodType>>>(
  needed: Needed,
  shown: Shown,
): { readonly shown: z.ZodObject<Shown>; readonly whole: z.ZodObject<Needed & Shown> } {
  return { shown: z.object(shown), whole: z.object({ ...needed, ...shown }) };
}

/** The fields of a form in a value, be it an object or not; `null` when one that is needed cannot be read. */
export function readFields<Data>(form: AnswerForm<Data>, value: unknown, odd: Odd): Data | null {
  const fields = fieldsOf(value) ?? {};
  const unreadable = Object.entries(form.shown.shape)
    .filter(([name, schema]) => !schema.safeParse(fields[name]).success)
    .map(([name]) => name);
  if (unreadable.length > 0) odd(unreadable);
  const readable = Object.entries(fields).filter(([name]) => !unreadable.includes(name));
  return form.whole.safeParse(Object.fromEntries(readable)).data ?? null;
}
