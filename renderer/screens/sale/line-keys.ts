import { parseQuantity } from '../../../app/domain/quantity.ts';
import type { KeyActions } from '../../keys/use-keys.ts';
import type { Workstation } from '../../workstation.ts';
import { moveCursor, openQuantity, removeSelected } from './actions.ts';
import { FIELD_ID } from './ids.ts';

/** What keys do to the lines of the receipt: nothing while something is typed, but that a number may be a quantity. */
export function lineActions(workstation: Workstation): KeyActions {
  const { typed } = workstation.screen.getState();
  // What is not seen does not count.
  const isEmpty = typed.trim() === '';
  const quantity = parseQuantity(typed);
  return {
    ...((isEmpty || quantity !== null) && { quantity: () => openQuantity(workstation, quantity) }),
    ...(isEmpty && {
      lineUp: () => moveCursor(workstation, -1),
      lineDown: () => moveCursor(workstation, 1),
      removeLine: () => removeSelected(workstation),
    }),
  };
}

/** True where these keys have another meaning: in any field but the universal one, and in a list. */
export function hasOwnLineKeys(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(`input:not(#${FIELD_ID}), select, [role="listbox"]`) !== null;
}
