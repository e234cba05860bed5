import './journal-screen.css';
import { VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useScreen } from '../../context.tsx';
import { MessageBar } from '../../frame/message-bar.tsx';
import { useSteadyFocus } from '../../frame/use-steady-focus.ts';
import { ChainNote } from './chain-note.tsx';
import { OutboxPanel } from './outbox/outbox-panel.tsx';
import { PanelSwitch } from './panel-switch.tsx';
import { ReceiptsPanel } from './receipts/receipts-panel.tsx';

/** What was sold at this till, and what its services have yet to be told. */
export function JournalScreen() {
  const { t } = useTranslation();
  const panel = useScreen((screen) => screen.panel);
  useSteadyFocus();
  return (
    <div className="journal-screen">
      <section className="journal-screen__top" aria-label={t('place.journal')}>
        <VisuallyHidden component="h1">{t('place.journal')}</VisuallyHidden>
        <PanelSwitch />
        <MessageBar />
        <ChainNote />
      </section>
      {panel === 'receipts' ? <ReceiptsPanel /> : <OutboxPanel />}
    </div>
  );
}
