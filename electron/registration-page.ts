import { shell } from 'electron';
import { type Problem, problem } from '../app/domain/problem.ts';
import { fail, ok, type Result } from '../app/domain/result.ts';

/** Opens a page in the browser of the system, never in our window. `null`: the shop has none, and the window does not ask for it. */
export async function openOutside(url: string | null): Promise<Result<undefined, Problem>> {
  if (url === null) return fail(problem('bad-request'));
  try {
    await shell.openExternal(url);
    return ok(undefined);
  } catch (error) {
    return fail(problem('page-not-opened', { reason: String(error) }));
  }
}
