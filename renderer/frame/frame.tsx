import './frame.css';
import type { ReactNode } from 'react';
import { useView } from '../context.tsx';
import { Header } from './header.tsx';
import { TrainingBanner } from './training-banner.tsx';
import { UnsoldBar } from './unsold/unsold-bar.tsx';
import { usePlaceKeys } from './use-place-keys.ts';
import { useFoundFocus } from './use-steady-focus.ts';
import { KeysBar } from './warnings/keys-bar.tsx';
import { WarningBar } from './warnings/warning-bar.tsx';

/** What stands around every place of the till, and stays while the cashier goes from one to another. */
export function Frame({ children }: { readonly children: ReactNode }) {
  const training = useView((view) => view.training);
  usePlaceKeys();
  useFoundFocus();
  return (
    <div className="frame">
      <Header />
      {training && <TrainingBanner training={training} />}
      <UnsoldBar />
      <KeysBar />
      <WarningBar />
      {children}
    </div>
  );
}
