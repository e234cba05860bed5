import { fail, type Result } from '../../domain/result.ts';

/** The service says no: HTTP 422 with a sentence for the cashier. */
export type Refusal = { readonly message: string };

export function refuse(message: string): Result<never, Refusal> {
  return fail({ message });
}
