import { useWorkstation } from '../context.tsx';
import { actOn, useKeyPress } from '../keys/use-keys.ts';
import { goTo, goToBenefits } from '../places.ts';
import { isCovered, type Place } from '../screen.ts';
import { dismiss } from './in-front.ts';

/** Keys that lead from screen to screen. Escape takes away what is in front, then leads back to the sale; some hear it themselves. */
export function usePlaceKeys(): void {
  const workstation = useWorkstation();
  useKeyPress((event) => {
    // The screen in front comes first.
    if (event.defaultPrevented) return;
    const now = workstation.screen.getState();
    const covered = isCovered(now);
    if (!HEARING_ESCAPE.has(now.place)) {
      const leave = () => (covered ? dismiss(workstation) : goTo(workstation, 'sale'));
      actOn(event, { dismiss: leave });
    }
    if (covered) return;
    actOn(event, {
      journal: () => goTo(workstation, 'journal'),
      outbox: () => goTo(workstation, 'journal', 'outbox'),
      shift: () => goTo(workstation, 'shift'),
      setup: () => goTo(workstation, 'setup'),
      benefits: () => goToBenefits(workstation),
    });
  });
}

const HEARING_ESCAPE: ReadonlySet<Place> = new Set(['sale', 'benefits']);
