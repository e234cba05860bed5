import { problem } from '../../../app/domain/problem.ts';
import { LARGEST_QUANTITY, ONE, readQuantity } from '../../../app/domain/quantity.ts';
import type { KeyActions } from '../../keys/use-keys.ts';
import type { Workstation } from '../../workstation.ts';
import { moveCursor, openQuantity, removeSelected } from './actions.ts';
import { FIELD_ID } from './ids.ts';

/** What keys do to the lines of the receipt: nothing while something is typed, but that a number may be a quantity. */
export function lineActions(workstation: Workstation): KeyActions {
  const { typed } = workstation.screen.getState();
  // What is not seen does not count.
  const isEmpty = typed.trim() === '';
  const quantity = quantityAction(workstation, readQuantity(typed));
  return {
    ...(quantity && { quantity }),
    ...(isEmpty && {
      lineUp: () => moveCursor(workstation, -1),
      lineDown: () => moveCursor(workstation, 1),
      removeLine: () => removeSelected(workstation),
    }),
  };
}

/** A number that is no quantity is refused in words; anything else goes on into the field, for a code may have the sign in it. */
function quantityAction(workstation: Workstation, read: ReturnType<typeof readQuantity>): (() => void) | undefined {
  if (read.ok) return () => openQuantity(workstation, read.value);
  if (read.error === 'empty') return () => openQuantity(workstation, null);
  if (read.error === 'no-number') return undefined;
  return () => workstation.refuse(problem('quantity-out-of-range', { largest: LARGEST_QUANTITY / ONE }));
}

/** True where these keys have another meaning: in any field but the universal one, and in a list. */
export function hasOwnLineKeys(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(`input:not(#${FIELD_ID}), select, [role="listbox"]`) !== null;
}
