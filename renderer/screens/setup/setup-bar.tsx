import './setup-bar.css';
import { UnstyledButton } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useInitialFocus } from '../../components/focus.ts';
import { PushButton } from '../../components/push-button.tsx';
import { useScreen, useView, useWorkstation } from '../../context.tsx';
import { isChanged, SETUP_TABS, type SetupState, type SetupTab } from '../../setup-state.ts';
import { dropChanges, saveSetup } from './setup-actions.ts';
import { useChangeSetup, useSetup } from './use-setup.ts';

/** The parts of the settings, and what becomes of the changes in all of them. */
export function SetupBar() {
  const { t } = useTranslation();
  const workstation = useWorkstation();
  const changed = useSetup(isChanged);
  const state = useSetup(stateOf);
  const kiosk = useView((view) => view.window.kiosk);
  const saving = useScreen(({ running }) => running.includes('setup.save'));
  return (
    <div className="setup-bar">
      <Tabs />
      <p className="setup-bar__state" data-state={state} role="status">
        {state !== 'unchanged' && t(`setup.${state}`)}
      </p>
      {changed && <PushButton label={t('setup.drop')} onPress={() => dropChanges(workstation)} />}
      <PushButton
        label={t('setup.save')}
        keyId="save"
        tone="primary"
        waiting={saving}
        disabled={!changed}
        onPress={() => void saveSetup(workstation)}
      />
      {kiosk && <PushButton label={t('setup.leave')} onPress={() => void workstation.run('window.leave', undefined)} />}
    </div>
  );
}

function stateOf(setup: SetupState): 'faulty' | 'unsaved' | 'saved' | 'unchanged' {
  if (setup.faults.length > 0) return 'faulty';
  if (isChanged(setup)) return 'unsaved';
  return setup.saved ? 'saved' : 'unchanged';
}

/** The keyboard is on one of them; arrow keys lead to the others. */
function Tabs() {
  const { t } = useTranslation();
  const change = useChangeSetup();
  const focus = useInitialFocus<HTMLButtonElement>();
  const here = useSetup((setup) => setup.tab);
  const faults = useSetup((setup) => setup.faults);
  const open = (tab: SetupTab) => change((setup) => ({ ...setup, tab }));
  const move = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key] ?? 0;
    const next = SETUP_TABS[SETUP_TABS.indexOf(here) + step];
    if (step === 0 || !next) return;
    event.preventDefault();
    open(next);
    document.getElementById(`setup-tab-${next}`)?.focus();
  };
  return (
    <div className="setup-bar__tabs" role="tablist" aria-label={t('setup.tabs')} onKeyDown={move}>
      {SETUP_TABS.map((tab) => (
        <UnstyledButton
          key={tab}
          {...(tab === here ? focus : {})}
          id={`setup-tab-${tab}`}
          className="setup-bar__tab"
          role="tab"
          tabIndex={tab === here ? 0 : -1}
          aria-selected={tab === here}
          aria-controls="setup-panel"
          data-faulty={faults.some(({ path }) => path[0] === tab) || undefined}
          onClick={() => open(tab)}
        >
          {t(`setup.${tab}`)}
        </UnstyledButton>
      ))}
    </div>
  );
}
