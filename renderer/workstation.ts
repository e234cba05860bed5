import type { z } from 'zod';
import { createStore, type StoreApi } from 'zustand/vanilla';
import {
  type Answer,
  type Bridge,
  type CommandInput,
  type CommandName,
  type CommandOutput,
  commands,
} from '../app/contract/commands.ts';
import { viewSchema } from '../app/contract/view.ts';
import { type Problem, problem } from '../app/domain/problem.ts';
import { fail, ok } from '../app/domain/result.ts';
import { NO_PRESSES, type Presses } from './press.ts';
import { BLANK_SCREEN, received, type Screen } from './screen.ts';

/** The screen's state and its way to the desk. */
export type Workstation = {
  readonly screen: StoreApi<Screen>;
  /** Sends a command. True when it was carried out; else the reason stands in `failure`. */
  run<Name extends CommandName>(command: Name, input: CommandInput<Name>): Promise<boolean>;
  /** The same for a command that is a question: its answer, or `null` with the reason in `failure`. */
  ask<Name extends CommandName>(command: Name, input: CommandInput<Name>): Promise<CommandOutput<Name> | null>;
  /** The same for what nobody pressed for: no message gives way to it but the one about its own last failure. */
  read: Workstation['ask'];
  /** Says why something the cashier asked for is not even sent. */
  refuse(reason: Problem): void;
};

/**
 * Connects to the desk: takes the current snapshot and every later one. Nothing that comes from there changes the screen while
 * a button is held down.
 */
export function openWorkstation(bridge: Bridge, presses: Presses = NO_PRESSES): Workstation {
  const screen = createStore<Screen>(() => BLANK_SCREEN);

  const take = (snapshot: unknown) => {
    const view = viewSchema.safeParse(snapshot);
    screen.setState((now) => (view.success ? received(now, view.data) : { failure: problem('internal') }));
  };

  const send = async <Name extends CommandName>(command: Name, input: CommandInput<Name>) => {
    try {
      const { answer, revision } = await bridge.invoke(command, input);
      await new Promise<void>((resolve) => presses.afterwards(resolve));
      await shown(screen, revision);
      return answer;
    } catch {
      // The main process is gone or does not know the command: a defect, but the cashier must see that nothing happened.
      return { ok: false, error: problem('internal') } as const;
    }
  };

  bridge.subscribe((snapshot) => presses.afterwards(() => take(snapshot)));
  void send('view.current', undefined).then((answer) => {
    if (answer.ok) take(answer.value);
    else screen.setState({ failure: answer.error });
  });

  const failures = new Map<CommandName, Problem>();
  const read: Workstation['read'] = async (command, input) => {
    screen.setState((now) => ({ running: [...now.running, command] }));
    const answer = fits(command, input)
      ? checked(command, await send(command, input))
      : fail(problem('entry-not-accepted'));
    const overcome = failures.get(command);
    if (answer.ok) failures.delete(command);
    else failures.set(command, answer.error);
    screen.setState((now) => ({
      running: now.running.toSpliced(now.running.indexOf(command), 1),
      ...(answer.ok ? now.failure === overcome && { failure: null } : { failure: answer.error }),
    }));
    return answer.ok ? answer.value : null;
  };

  const ask: Workstation['ask'] = (command, input) => {
    screen.setState({ failure: null });
    return read(command, input);
  };

  return {
    screen,
    ask,
    read,
    run: async (command, input) => (await ask(command, input)) !== null,
    refuse: (failure) => screen.setState({ failure }),
  };
}

/** A snapshot that does not come is not waited for any longer, ms. */
const LATEST_MS = 500;

/**
 * Settles when the screen shows that revision: an answer may overtake the snapshot of what it caused, and whoever waited for
 * the answer would decide on what was before.
 */
function shown(screen: StoreApi<Screen>, revision: number): Promise<void> {
  return new Promise((resolve) => {
    const isShown = ({ view }: Screen) => view === null || view.revision >= revision;
    if (isShown(screen.getState())) return resolve();
    const stop = screen.subscribe((now) => isShown(now) && done());
    const timer = setTimeout(done, LATEST_MS);
    function done(): void {
      clearTimeout(timer);
      stop();
      resolve();
    }
  });
}

/** What a person typed may be no input of the command: that is told as such, and not as a defect of the screen. */
function fits<Name extends CommandName>(command: Name, input: CommandInput<Name>): boolean {
  return commands[command].input.safeParse(input).success;
}

/** An answer is taken only as the contract has it. */
function checked<Name extends CommandName>(command: Name, answer: Answer<Name>): Answer<Name> {
  if (!answer.ok) return answer;
  const schema: z.ZodType = commands[command].output;
  const value = schema.safeParse(answer.value);
  // The schema of `command` has just made this value.
  return value.success ? ok(value.data as CommandOutput<Name>) : fail(problem('internal'));
}
