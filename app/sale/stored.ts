import { type Problem, problem } from '../domain/problem.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import { storageFaultOf } from '../domain/storage-fault.ts';

/** What `store` gives once the disk took it; else why it did not. */
export function stored<Value>(store: () => Value): Result<Value, Problem> {
  try {
    return ok(store());
  } catch (error) {
    return fail(notStored(error));
  }
}

/** What people are told of a journal that would not take something. */
export function notStored(error: unknown): Problem {
  if (isHeld(error)) return problem('journal-busy');
  const storage = storageFaultOf(error);
  const reason = error instanceof Error ? error.message : String(error);
  return problem('journal-failed', storage ? { reason, storage } : { reason });
}

/** Another program has the journal's file: it will let go of it (sqlite.org/rescode.html, SQLITE_BUSY and what extends it). */
export function isHeld(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY');
}
