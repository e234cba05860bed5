import type { z } from 'zod';
import { fail, ok, type Result } from '../../domain/result.ts';
import type { ServiceFailure } from '../../sale/ports.ts';

export const UNREADABLE: Result<never, ServiceFailure> = fail({ kind: 'lost', cause: 'unreadable' });

/** What the data of an answer means; data that does not fit its schema is unreadable. */
export function understood<Wire, Value>(
  answer: Result<unknown, ServiceFailure>,
  schema: z.ZodType<Wire>,
  meaning: (data: Wire) => Result<Value, ServiceFailure>,
): Result<Value, ServiceFailure> {
  if (!answer.ok) return answer;
  const parsed = schema.safeParse(answer.value);
  return parsed.success ? meaning(parsed.data) : UNREADABLE;
}

/** For answers that only say «done»: their content means nothing to us. */
export function done(answer: Result<unknown, ServiceFailure>): Result<void, ServiceFailure> {
  return answer.ok ? ok(undefined) : answer;
}
