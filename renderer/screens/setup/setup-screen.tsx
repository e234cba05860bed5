import './setup-screen.css';
import { VisuallyHidden } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useScreen, useWorkstation } from '../../context.tsx';
import { MessageBar } from '../../frame/message-bar.tsx';
import { actOn, useKeyPress } from '../../keys/use-keys.ts';
import { isCovered } from '../../screen.ts';
import type { SetupTab } from '../../setup-state.ts';
import { GoodsTab } from './goods/goods-tab.tsx';
import { PrintersTab } from './printers/printers-tab.tsx';
import { ScannersTab } from './scanners/scanners-tab.tsx';
import { readSetup, saveSetup } from './setup-actions.ts';
import { SetupBar } from './setup-bar.tsx';
import { SlipTab } from './slip/slip-tab.tsx';
import { useSetup } from './use-setup.ts';

/** How the till is set up: its scanners, its printers, what its slips look like; and what became of its goods at the service. */
export function SetupScreen() {
  const { t } = useTranslation();
  const workstation = useWorkstation();
  const isRead = useScreen((screen) => screen.setup !== null);
  useEffect(() => void readSetup(workstation), [workstation]);
  useKeyPress('place', (event) =>
    isCovered(workstation.screen.getState()) ? false : actOn(event, { save: () => void saveSetup(workstation) }),
  );
  return (
    <main className="setup-screen">
      <VisuallyHidden component="h1">{t('place.setup')}</VisuallyHidden>
      {isRead && <SetupBar />}
      <MessageBar />
      {isRead && <SetupPanel />}
    </main>
  );
}

function SetupPanel() {
  const { t } = useTranslation();
  const tab = useSetup((setup) => setup.tab);
  return (
    <div className="setup-screen__panel" role="tabpanel" id="setup-panel" aria-labelledby={`setup-tab-${tab}`}>
      <VisuallyHidden component="h2">{t(`setup.${tab}`)}</VisuallyHidden>
      <Tab tab={tab} />
    </div>
  );
}

function Tab({ tab }: { readonly tab: SetupTab }) {
  switch (tab) {
    case 'scanners':
      return <ScannersTab />;
    case 'printers':
      return <PrintersTab />;
    case 'slip':
      return <SlipTab />;
    case 'goods':
      return <GoodsTab />;
  }
}
