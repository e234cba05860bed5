import './journal-screen.css';
import { useScreen } from '../../context.tsx';
import { MessageBar } from '../../frame/message-bar.tsx';
import { useSteadyFocus } from '../../frame/use-steady-focus.ts';
import { ChainNote } from './chain-note.tsx';
import { OutboxPanel } from './outbox/outbox-panel.tsx';
import { PanelSwitch } from './panel-switch.tsx';
import { ReceiptsPanel } from './receipts/receipts-panel.tsx';

/** What was sold at this till, and what its services have yet to be told. */
export function JournalScreen() {
  const panel = useScreen((screen) => screen.panel);
  useSteadyFocus();
  return (
    <div className="journal-screen">
      <div className="journal-screen__top">
        <PanelSwitch />
        <MessageBar />
        <ChainNote />
      </div>
      {panel === 'receipts' ? <ReceiptsPanel /> : <OutboxPanel />}
    </div>
  );
}
