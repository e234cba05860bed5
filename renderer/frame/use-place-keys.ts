import type { SizeStep } from '../../app/domain/interface-size.ts';
import { useWorkstation } from '../context.tsx';
import { actOn, useKeyPress } from '../keys/use-keys.ts';
import { goTo, goToBenefits } from '../places.ts';
import { isCovered } from '../screen.ts';
import { acknowledge, dismiss, openWarnings, readKeys } from './in-front.ts';

/** Keys of every screen: how large it is, and those that lead to another one. Escape takes away what is in front, then leads back to the sale. */
export function usePlaceKeys(): void {
  const workstation = useWorkstation();
  useKeyPress('frame', (event) => {
    const resize = (step: SizeStep) => () => void workstation.run('window.resize', { step });
    if (actOn(event, { larger: resize('larger'), smaller: resize('smaller'), usualSize: resize('usual') })) return true;
    if (isCovered(workstation.screen.getState())) return actOn(event, { dismiss: () => dismiss(workstation) });
    return actOn(event, {
      dismiss: () => goTo(workstation, 'sale'),
      acknowledge: () => acknowledge(workstation),
      readKeys: () => readKeys(workstation),
      warnings: () => openWarnings(workstation),
      journal: () => goTo(workstation, 'journal'),
      outbox: () => goTo(workstation, 'journal', 'outbox'),
      shift: () => goTo(workstation, 'shift'),
      setup: () => goTo(workstation, 'setup'),
      benefits: () => goToBenefits(workstation),
    });
  });
}
