import { focusOn, resumeIn } from '../../components/focus.ts';
import { useWorkstation } from '../../context.tsx';
import { typesSign } from '../../keys/chord.ts';
import { actOn, type KeyActions, useKeyPress } from '../../keys/use-keys.ts';
import { isCovered } from '../../screen.ts';
import { leaveOne } from './benefit-actions.ts';
import { CARD_ID } from './ids.ts';

/** The keys of the benefits; `actions` are those of what is on the screen just now. Escape takes one thing away, at last leads back. */
export function useBenefitKeys(actions: KeyActions): void {
  const workstation = useWorkstation();
  useKeyPress('place', (event) => {
    if (isCovered(workstation.screen.getState())) return false;
    const acted = actOn(event, {
      field: () => focusOn(CARD_ID),
      dismiss: () => leaveOne(workstation),
      ...actions,
    });
    // Whatever has the keyboard, what is typed belongs into a field.
    if (!acted && typesSign(event) && !isTypable(event.target)) resumeIn(CARD_ID);
    return acted;
  });
}

function isTypable(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement || target instanceof HTMLSelectElement;
}
