import { fail, ok, type Result } from '../../domain/result.ts';
import type { BenefitFailure, BenefitRefusal } from '../../sale/benefits/ports.ts';
import type { EcsSettings } from '../../settings/ecs.ts';
import type { Remarks } from '../http/remark.ts';
import type { HttpAnswer } from '../http/send.ts';
import { errorOf, numbered } from '../http/service-error.ts';
import { type ApiOperation, NO_LINK, REFUSALS, WRITES } from './operations.ts';
import { verdict } from './wire.ts';

/**
 * The body of an answer that says yes. The service says no by HTTP, with a code of appendix 7 or without, or under HTTP 200
 * by such a code: the specification shows both. A code decides whatever the status is; a 5xx without one, and «no link to
 * the processing centre» in answer to what changes the books, leave the outcome open.
 */
export function accepted(
  operation: ApiOperation,
  { status, body, page }: HttpAnswer,
  settings: RefusalSettings,
  remark: Remarks = () => undefined,
): Result<unknown, BenefitFailure> {
  // A firewall that lets nobody in says so with a page of its own; of what changes the books no such page tells anything.
  if (page && status < 500 && (status !== 403 || WRITES.has(operation))) {
    remark({ kind: 'page', operation, status });
    return UNREADABLE;
  }
  const { errorCode, resultCode } = verdict.parse(body);
  const fine = status < 300 && (resultCode === null || settings.successCodes.includes(resultCode));
  const code = errorCode || (fine ? null : resultCode) || null;
  if (fine && code === null) return ok(body);
  if (WRITES.has(operation) && code === NO_LINK) return OPEN;
  if (status >= 500 && !REFUSALS.has(code ?? 0)) return OPEN;
  remark({ kind: 'refused', operation, status, number: code === null ? null : String(code) });
  return refusal(operation, status, code, body, settings);
}

export type RefusalSettings = Pick<EcsSettings, 'successCodes' | 'alreadyConfirmed'>;

const OPEN: Result<never, BenefitFailure> = fail({ kind: 'lost', cause: 'server-error' });
const UNREADABLE: Result<never, BenefitFailure> = fail({ kind: 'lost', cause: 'unreadable' });

/** A refusal as its body has it, with its number before its sentence; without either it goes by its HTTP status. */
export function refusal(
  operation: ApiOperation,
  status: number,
  code: number | null,
  body: unknown,
  settings: RefusalSettings,
): Result<never, BenefitFailure> {
  const { sentence } = errorOf(body, []);
  const message = numbered({ number: code === null ? null : String(code), sentence }) || `HTTP ${status}`;
  return fail({ kind: 'refused', reason: reasonOf(operation, status, code, sentence, settings), message });
}

/** That codes of appendix 7 come so, and that a repeated confirmation is refused in such words, is [assumed: confirmed-twice]. */
function reasonOf(
  operation: ApiOperation,
  status: number,
  code: number | null,
  sentence: string,
  { alreadyConfirmed }: RefusalSettings,
): BenefitRefusal {
  const known = REFUSALS.get(code ?? 0);
  if (known) return known;
  if (status === 403) return 'forbidden';
  const isConfirmed =
    operation === 'confirm' && alreadyConfirmed.some((phrase) => new RegExp(phrase, 'iu').test(sentence));
  return isConfirmed ? 'already-confirmed' : 'other';
}
