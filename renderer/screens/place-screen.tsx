import { useScreen } from '../context.tsx';
import { Frame } from '../frame/frame.tsx';
import type { Place } from '../screen.ts';
import { BenefitsScreen } from './benefits/benefits-screen.tsx';
import { Dialogs } from './dialogs.tsx';
import { JournalScreen } from './journal/journal-screen.tsx';
import { SaleScreen } from './sale/sale-screen.tsx';
import { SetupScreen } from './setup/setup-screen.tsx';
import { ShiftScreen } from './shift/shift-screen.tsx';

/** The screen the cashier went to, within its frame, and whatever stands in front of it. */
export function PlaceScreen() {
  const place = useScreen((screen) => screen.place);
  return (
    <>
      <Frame>
        <ScreenOf place={place} />
      </Frame>
      <Dialogs />
    </>
  );
}

function ScreenOf({ place }: { readonly place: Place }) {
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
