import { useTranslation } from 'react-i18next';
import type { ScannerDraft } from '../../../../app/contract/setup.ts';
import { PushButton } from '../../../components/push-button.tsx';
import { withNewScanner } from '../../../setup-state.ts';
import { DeviceList } from '../device-list.tsx';
import { foundWay, scannerTitle, scannerWay } from '../device-words.ts';
import { notListed, scannerFrom } from '../found.ts';
import { FoundList } from '../found-list.tsx';
import { useFound } from '../use-found.ts';
import { useChangeSetup, useSetup } from '../use-setup.ts';
import { OwnCodes } from './own-codes.tsx';
import { ScannerForm } from './scanner-form.tsx';
import { TrialPanel } from './trial-panel.tsx';

/** The scanners of the till, what else is plugged in, and what comes out of a scan. */
export function ScannersTab() {
  const { t } = useTranslation();
  const change = useChangeSetup();
  const setup = useSetup((all) => all);
  const { found, search } = useFound();
  const { scanners, given, chosen } = setup;
  const add = (draft: ScannerDraft | null) => draft && change((now) => withNewScanner(now, draft));
  const addBlank = (kind: ScannerDraft['kind']) => add(given.blank.scanners.find((one) => one.kind === kind) ?? null);
  const shown = scanners[chosen.scanners];
  return (
    <div className="setup-columns">
      <div className="setup-columns__list">
        <DeviceList
          list="scanners"
          label={t('setup.ownScanners')}
          none={t('setup.noScanners')}
          devices={scanners}
          titleOf={(draft) => scannerTitle(t, draft)}
          wayOf={(draft) => scannerWay(t, draft)}
        />
        <FoundList
          found={found && notListed(found.scanners, setup)}
          wayOf={(one) => foundWay(t, one)}
          onAdd={(one) => add(scannerFrom(one, given.blank))}
          onSearch={search}
        />
        <div className="setup-columns__add">
          <PushButton label={t('setup.addPort')} onPress={() => addBlank('serial')} />
          <PushButton label={t('setup.addWedge')} onPress={() => addBlank('wedge')} />
        </div>
      </div>
      <div className="setup-columns__detail">
        {shown && <ScannerForm key={chosen.scanners} draft={shown.draft} at={chosen.scanners} />}
        <TrialPanel />
        <OwnCodes codes={given.codes} />
      </div>
    </div>
  );
}
