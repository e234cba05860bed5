import { problem } from '../app/domain/problem.ts';
import { type JournalPanel, opened, type Place } from './screen.ts';
import { isChanged } from './setup-state.ts';
import type { Workstation } from './workstation.ts';

/** Goes to another screen of the till; what stands on the one that is left stays there. Settings are asked about first. */
export function goTo({ screen }: Workstation, place: Place, panel: JournalPanel = 'receipts'): void {
  screen.setState((now) => {
    const unsaved = now.place === 'setup' && place !== 'setup' && now.setup !== null && isChanged(now.setup);
    if (unsaved) return { ...opened(now, { kind: 'leave-setup', place, panel }), failure: null };
    return { place, panel, failure: null };
  });
}

/** Goes to the benefits, where the till has the ЕЦС. */
export function goToBenefits(workstation: Workstation): void {
  if (workstation.screen.getState().view?.benefits) goTo(workstation, 'benefits');
  else workstation.refuse(problem('benefit-not-set'));
}
