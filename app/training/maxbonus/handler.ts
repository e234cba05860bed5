import type { z } from 'zod';
import { ok, type Result } from '../../domain/result.ts';
import type { Operation } from './operations.ts';
import { type Refusal, refuse } from './refusal.ts';

/** The `data` of the envelope, or the sentence of a 422. */
export type Answer = Result<unknown, Refusal>;

/** Carries out one request, given as it came. */
type Handler = (body: unknown) => Answer;

export type Handlers<Some extends Operation = Operation> = { readonly [operation in Some]: Handler };

/** An operation of a body of this shape; any other is refused. */
export function handler<Body>(schema: z.ZodType<Body>, act: (body: Body) => Answer): Handler {
  return (body) => {
    const parsed = schema.safeParse(body);
    return parsed.success ? act(parsed.data) : refuse('Неверные параметры запроса');
  };
}

export function acknowledged(done: Result<void, Refusal>): Answer {
  return done.ok ? ok({ result: true }) : done;
}
