import type { Page } from '@playwright/test';
import { z } from 'zod';
import { type CommandInput, type CommandName, type CommandOutput, commands } from '../../app/contract/commands.ts';
import { problemSchema } from '../../app/contract/problem.ts';
import type { View } from '../../app/contract/view.ts';
import type { Problem } from '../../app/domain/problem.ts';
import { fail, ok, type Result } from '../../app/domain/result.ts';

/** The till's commands, sent over the window's own bridge: what is tested behind the screen need not be clicked. */

const answered = z.object({
  answer: z.union([
    z.object({ ok: z.literal(true), value: z.unknown() }),
    z.object({ ok: z.literal(false), error: problemSchema }),
  ]),
});

export async function command<Name extends CommandName>(
  page: Page,
  name: Name,
  input: CommandInput<Name>,
): Promise<Result<CommandOutput<Name>, Pick<Problem, 'code'>>> {
  const call = JSON.stringify({ name, input: input ?? null });
  const { answer } = answered.parse(
    await page.evaluate(`(({ name, input }) => workstation.invoke(name, input ?? undefined))(${call})`),
  );
  if (!answer.ok) return fail({ code: answer.error.code });
  const output: z.ZodType = commands[name].output;
  // The schema of `name` has just made this value.
  return ok(output.parse(answer.value) as CommandOutput<Name>);
}

/** The same for a command that must succeed. */
export async function commanded<Name extends CommandName>(
  page: Page,
  name: Name,
  input: CommandInput<Name>,
): Promise<CommandOutput<Name>> {
  const answer = await command(page, name, input);
  if (!answer.ok) throw new Error(`${name}: ${answer.error.code}`);
  return answer.value;
}

/** The till as the window shows it now. */
export function viewOf(page: Page): Promise<View> {
  return commanded(page, 'view.current', undefined);
}
