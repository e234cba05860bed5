import { fail, ok, type Result } from '../../domain/result.ts';
import type { BenefitFailure, BenefitRefusal } from '../../sale/benefits/ports.ts';
import type { HttpAnswer } from '../http/send.ts';
import { cleanMessage } from '../http/service-text.ts';
import { ALREADY_CONFIRMED, type ApiOperation, NO_LINK, REFUSALS, WRITES } from './operations.ts';
import { verdict } from './wire.ts';

/**
 * The body of an answer that says yes. The service says no by HTTP, with a code of appendix 7 or without, or under HTTP 200
 * by such a code: the specification shows both. A code decides whatever the status is; a 5xx without one, and «no link to
 * the processing centre» in answer to what changes the books, leave the outcome open.
 */
export function accepted(
  operation: ApiOperation,
  { status, body }: HttpAnswer,
  successCodes: readonly number[],
): Result<unknown, BenefitFailure> {
  const { errorCode, resultCode, message, resultMessage } = verdict.parse(body);
  const fine = status < 300 && (resultCode === null || successCodes.includes(resultCode));
  const code = errorCode || (fine ? null : resultCode) || null;
  if (fine && code === null) return ok(body);
  if (WRITES.has(operation) && code === NO_LINK) return OPEN;
  if (status >= 500 && !REFUSALS.has(code ?? 0)) return OPEN;
  return refusal(operation, status, code, message || resultMessage || '');
}

const OPEN: Result<never, BenefitFailure> = fail({ kind: 'lost', cause: 'server-error' });

/** A refusal without a sentence goes by its code or, without one, by its HTTP status. */
export function refusal(
  operation: ApiOperation,
  status: number,
  code: number | null,
  message: string,
): Result<never, BenefitFailure> {
  const sentence = cleanMessage(message) || (code === null ? `HTTP ${status}` : `errorCode ${code}`);
  return fail({ kind: 'refused', reason: reasonOf(operation, status, code, message), message: sentence });
}

function reasonOf(operation: ApiOperation, status: number, code: number | null, message: string): BenefitRefusal {
  const known = REFUSALS.get(code ?? 0);
  if (known) return known;
  if (status === 403) return 'forbidden';
  return operation === 'confirm' && ALREADY_CONFIRMED.test(message) ? 'already-confirmed' : 'other';
}
