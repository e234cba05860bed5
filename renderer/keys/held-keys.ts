/** Keys that confirm: by themselves they submit a form and press the button that has the keyboard. */
const CONFIRMING: ReadonlySet<string> = new Set(['Enter', ' ']);

type Press = Pick<KeyboardEvent, 'key' | 'repeat'> & { readonly target: unknown };

/** True for the repetition of a key that confirms: held down it confirms what it was pressed for and nothing that comes up after. */
export function confirmsByRepeating({ key, repeat, target }: Press): boolean {
  return repeat && CONFIRMING.has(key) && !(key === ' ' && isTextField(target));
}

/** A space bar that is held in a field types spaces. */
function isTextField(target: unknown): boolean {
  return typeof HTMLInputElement !== 'undefined' && target instanceof HTMLInputElement && target.type !== 'checkbox';
}

/** Nobody hears of the repetition of a key that confirms, whichever form or button has the keyboard. Called before others listen. */
export function dropHeldKeys(): void {
  window.addEventListener('keydown', (event) => confirmsByRepeating(event) && drop(event), { capture: true });
}

/** The key does nothing, neither here nor by what a browser makes of it. */
export function drop(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}
