import type { Presses } from '../press.ts';
import type { Workstation } from '../workstation.ts';
import { pageFields } from './page-fields.ts';
import { wedgeInput } from './wedge-input.ts';

/** Has codes that a scanner types reach the desk. Called before anything else listens to keys: the first to listen decides. */
export function listenForWedge({ screen, read }: Workstation, presses: Presses): void {
  const input = wedgeInput({
    settings: () => screen.getState().view?.wedge ?? null,
    fields: {
      ...pageFields,
      // Nobody types with the other hand on a button: no sign of a code may get into a field, and switch off what is pressed.
      focus: () => (presses.held() ? 'none' : pageFields.focus()),
    },
    now: () => performance.now(),
    after: (delayMs, task) => {
      let calledOff = false;
      const timer = setTimeout(() => presses.afterwards(() => !calledOff && task()), delayMs);
      return () => {
        calledOff = true;
        clearTimeout(timer);
      };
    },
    // The time of a key runs from the opening of the page.
    scanned: (text, timeStamp) =>
      void read('scan.wedge', { text, at: Math.round(Date.now() - (performance.now() - timeStamp)) }),
  });
  for (const type of ['keydown', 'keyup'] as const) window.addEventListener(type, input, { capture: true });
}
