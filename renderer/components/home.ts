/**
 * Where the keyboard belongs when nothing else has it: in the dialog that is in front, else in the place, on the first element
 * that was to have it when it was shown (`data-autofocus`). So whatever was done, the keys of what comes next work.
 */
export function bringHome(): void {
  const dialog = document.querySelector<HTMLElement>('[role="dialog"]');
  const home = (dialog ?? document).querySelector<HTMLElement>('[data-autofocus]:not(:disabled)');
  (home ?? dialog)?.focus();
}

/** True where no key that is pressed is heard by anything. */
export function isLost(focused: Element | null): boolean {
  return focused === null || focused === document.body || focused.matches(':disabled');
}

/** True for what a person was typing into, choosing from, or going through: only there the keyboard stays when a dialog is gone. */
export function isWorkedIn(element: Element): boolean {
  return element.matches('input, select, textarea, [role="listbox"], [role="tabpanel"] *') && !isLost(element);
}
