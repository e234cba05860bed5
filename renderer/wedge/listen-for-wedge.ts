import type { Workstation } from '../workstation.ts';
import { pageFields } from './page-fields.ts';
import { wedgeInput } from './wedge-input.ts';

/** Has codes that a scanner types reach the desk. Called before anything else listens to keys: the first to listen decides. */
export function listenForWedge({ screen, run }: Workstation): void {
  const input = wedgeInput({
    settings: () => screen.getState().view?.wedge ?? null,
    fields: pageFields,
    now: () => performance.now(),
    after: (delayMs, task) => {
      const timer = setTimeout(task, delayMs);
      return () => clearTimeout(timer);
    },
    // The time of a key runs from the opening of the page.
    scanned: (text, timeStamp) =>
      void run('scan.wedge', { text, at: Math.round(Date.now() - (performance.now() - timeStamp)) }),
  });
  for (const type of ['keydown', 'keyup'] as const) window.addEventListener(type, input, { capture: true });
}
