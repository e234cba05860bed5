import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Bridge, CommandInput, CommandName } from '../app/contract/commands.ts';
import { viewSchema } from '../app/contract/view.ts';
import { type Problem, problem } from '../app/domain/problem.ts';
import { BLANK_SCREEN, received, type Screen } from './screen.ts';

/** The screen's state and its way to the desk. */
export type Workstation = {
  readonly screen: StoreApi<Screen>;
  /** Sends a command. True when it was carried out; else the reason stands in `failure`. */
  run<Name extends CommandName>(command: Name, input: CommandInput<Name>): Promise<boolean>;
  /** Says why something the cashier asked for is not even sent. */
  refuse(reason: Problem): void;
};

/** Connects to the desk: takes the current snapshot and every later one. */
export function openWorkstation(bridge: Bridge): Workstation {
  const screen = createStore<Screen>(() => BLANK_SCREEN);

  const take = (snapshot: unknown) => {
    const view = viewSchema.safeParse(snapshot);
    screen.setState((now) => (view.success ? received(now, view.data) : { failure: problem('internal') }));
  };

  const ask = async <Name extends CommandName>(command: Name, input: CommandInput<Name>) => {
    try {
      return await bridge.invoke(command, input);
    } catch {
      // The main process is gone or does not know the command: a defect, but the cashier must see that nothing happened.
      return { ok: false, error: problem('internal') } as const;
    }
  };

  bridge.subscribe(take);
  void ask('view.current', undefined).then((answer) => {
    if (answer.ok) take(answer.value);
    else screen.setState({ failure: answer.error });
  });

  return {
    screen,
    refuse: (failure) => screen.setState({ failure }),
    async run(command, input) {
      screen.setState((now) => ({ failure: null, running: [...now.running, command] }));
      const answer = await ask(command, input);
      screen.setState((now) => ({
        running: now.running.toSpliced(now.running.indexOf(command), 1),
        ...(answer.ok ? {} : { failure: answer.error }),
      }));
      return answer.ok;
    },
  };
}
