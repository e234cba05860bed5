import './printer-trial.css';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PrinterDraft } from '../../../../app/contract/setup.ts';
import type { SettingFault } from '../../../../app/domain/setting-fault.ts';
import { PushButton } from '../../../components/push-button.tsx';
import { useScreen, useView, useWorkstation } from '../../../context.tsx';
import { actOn, useKeyPress } from '../../../keys/use-keys.ts';
import { isCovered } from '../../../screen.ts';
import { faulty } from '../../../setup-state.ts';
import { helpOf } from '../../../text/light-words.ts';
import { DeviceState } from '../device-list.tsx';
import { useChangeSetup, useSetup } from '../use-setup.ts';

type PrinterTrialProps = { readonly draft: PrinterDraft; readonly at: number };
type Outcome = 'confirmed' | 'sent' | 'opened';

/** Tries the printer out as it stands in the form, saved or not, and says how that went. */
export function PrinterTrial({ draft, at }: PrinterTrialProps) {
  const { t } = useTranslation();
  const { ask, screen } = useWorkstation();
  const change = useChangeSetup();
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const running = useScreen((screen) => screen.running);
  const ended = ({ faults }: { readonly faults: readonly SettingFault[] }, well: Outcome) => {
    if (faults.length === 0) return setOutcome(well);
    const here = faults.map((fault) => ({ ...fault, path: ['printers', at, ...fault.path] }));
    change((setup) => faulty(setup, here));
  };
  const printTestPage = async () => {
    setOutcome(null);
    const answer = await ask('setup.testPage', draft);
    if (answer) ended(answer, answer.confirmed ? 'confirmed' : 'sent');
  };
  const openDrawer = async () => {
    setOutcome(null);
    const answer = await ask('setup.openDrawer', draft);
    if (answer) ended(answer, 'opened');
  };
  useKeyPress('part', (event) =>
    isCovered(screen.getState()) ? false : actOn(event, { reprint: () => void printTestPage() }),
  );
  return (
    <section className="printer-trial panel" aria-label={t('printerTrial.title')}>
      <div className="printer-trial__state">
        <SavedState at={at} />
        <p role="status">{outcome && t(`printerTrial.${outcome}`)}</p>
      </div>
      <PushButton
        label={t('printerTrial.openDrawer')}
        disabled={draft.drawerPin === null}
        waiting={running.includes('setup.openDrawer')}
        onPress={() => void openDrawer()}
      />
      <PushButton
        label={t('printerTrial.testPage')}
        keyId="reprint"
        waiting={running.includes('setup.testPage')}
        onPress={() => void printTestPage()}
      />
    </section>
  );
}

/** How the printer does by all that is known of it. */
function SavedState({ at }: { readonly at: number }) {
  const { t } = useTranslation();
  const place = useSetup((setup) => setup.printers[at]?.place ?? null);
  const light = useView((view) => view.lights.find(({ id }) => id === `printer-${place}`));
  const help = light ? helpOf(t, light) : null;
  return (
    <>
      <DeviceState list="printers" place={place} />
      {help !== null && <p>{help}</p>}
    </>
  );
}
