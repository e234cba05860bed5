import { openDialog } from '../../frame/in-front.ts';
import { goTo } from '../../places.ts';
import type { JournalPanel, Place } from '../../screen.ts';
import { draftIn, faulty, isChanged, type SetupState, setupOf } from '../../setup-state.ts';
import type { Workstation } from '../../workstation.ts';

/** Changes what stands on the setup screen. */
export function changeSetup({ screen }: Workstation, change: (setup: SetupState) => SetupState): void {
  screen.setState(({ setup }) => ({ setup: setup && change(setup) }));
}

/** Reads the settings that are in force; changes that were not saved stay. */
export async function readSetup({ screen, read }: Workstation): Promise<void> {
  const { setup } = screen.getState();
  if (setup && isChanged(setup)) return;
  const given = await read('setup.read', undefined);
  if (given) screen.setState((now) => ({ setup: setupOf(given, now.setup) }));
}

/** Saves what stands there. True when it is in force; else what is wrong stands at the fields or in the message. */
export async function saveSetup(workstation: Workstation): Promise<boolean> {
  const { screen, ask, read } = workstation;
  const { setup } = screen.getState();
  if (!setup) return false;
  const answer = await ask('setup.save', draftIn(setup));
  if (!answer) return false;
  if (answer.faults.length > 0) {
    changeSetup(workstation, (now) => faulty(now, answer.faults));
    return false;
  }
  const given = await read('setup.read', undefined);
  if (given) screen.setState((now) => ({ setup: setupOf(given, now.setup, true) }));
  return true;
}

/** Has the settings in force stand there again. */
export function dropChanges(workstation: Workstation): void {
  changeSetup(workstation, (setup) => setupOf(setup.given, setup));
}

/** Leaves with what stands there saved, or put back as it was. Stays where it cannot be saved. */
export async function leaveSetup(
  workstation: Workstation,
  how: 'save' | 'drop',
  to: { readonly place: Place; readonly panel: JournalPanel },
): Promise<void> {
  openDialog(workstation, null);
  if (how === 'drop') dropChanges(workstation);
  else if (!(await saveSetup(workstation))) return;
  goTo(workstation, to.place, to.panel);
}
