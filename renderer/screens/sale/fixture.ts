import { expect } from 'vitest';
import type { Answered, CommandInput, CommandName } from '../../../app/contract/commands.ts';
import type { View } from '../../../app/contract/view.ts';
import { ok, type Result } from '../../../app/domain/result.ts';
import { received } from '../../screen.ts';
import { openWorkstation } from '../../workstation.ts';

type Answers = { readonly [Name in CommandName]?: Result<unknown, unknown> };

/** A workstation that shows `view`, whose desk answers as told and remembers what it was asked. */
export async function testWorkstation(view: View, answers: Answers = {}) {
  const asked: [command: CommandName, input: unknown][] = [];
  function invoke<Name extends CommandName>(command: Name, input: CommandInput<Name>): Promise<Answered<Name>>;
  async function invoke(command: CommandName, input: unknown): Promise<unknown> {
    if (command === 'view.current') return { answer: ok(view), revision: 0 };
    asked.push([command, input]);
    return { answer: answers[command] ?? ok(undefined), revision: 0 };
  }
  const workstation = openWorkstation({ invoke, subscribe: () => () => {} });
  await expect.poll(() => workstation.screen.getState().view).not.toBeNull();
  const show = (next: View) => workstation.screen.setState((screen) => received(screen, next));
  return { workstation, asked, show, state: () => workstation.screen.getState() };
}
