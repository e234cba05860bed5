import { useScreen } from '../context.tsx';
import { BenefitsScreen } from './benefits/benefits-screen.tsx';
import { JournalScreen } from './journal/journal-screen.tsx';
import { SaleScreen } from './sale/sale-screen.tsx';
import { SetupScreen } from './setup/setup-screen.tsx';
import { ShiftScreen } from './shift/shift-screen.tsx';
import { usePlaceKeys } from './use-place-keys.ts';

/** The screen the cashier went to. */
export function PlaceScreen() {
  const place = useScreen((screen) => screen.place);
  usePlaceKeys();
  switch (place) {
    case 'sale':
      return <SaleScreen />;
    case 'journal':
      return <JournalScreen />;
    case 'shift':
      return <ShiftScreen />;
    case 'benefits':
      return <BenefitsScreen />;
    case 'setup':
      return <SetupScreen />;
  }
}
