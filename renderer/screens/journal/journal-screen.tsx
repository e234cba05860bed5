import './journal-screen.css';
import { useScreen, useView } from '../../context.tsx';
import { Dialogs } from '../sale/dialogs.tsx';
import { Header } from '../sale/header.tsx';
import { MessageBar } from '../sale/message-bar.tsx';
import { TrainingBanner } from '../sale/training-banner.tsx';
import { useSteadyFocus } from '../sale/use-steady-focus.ts';
import { OutboxPanel } from './outbox/outbox-panel.tsx';
import { PanelSwitch } from './panel-switch.tsx';
import { ReceiptsPanel } from './receipts/receipts-panel.tsx';

/** What was sold at this till, and what its services have yet to be told. */
export function JournalScreen() {
  const panel = useScreen((screen) => screen.panel);
  const training = useView((view) => view.training);
  useSteadyFocus();
  return (
    <div className="journal-screen">
      <Header />
      {training && <TrainingBanner training={training} />}
      <div className="journal-screen__top">
        <PanelSwitch />
        <MessageBar />
      </div>
      {panel === 'receipts' ? <ReceiptsPanel /> : <OutboxPanel />}
      <Dialogs />
    </div>
  );
}
