import { useTranslation } from 'react-i18next';
import type { PrinterDraft } from '../../../../app/contract/setup.ts';
import { PushButton } from '../../../components/push-button.tsx';
import { withNewPrinter } from '../../../setup-state.ts';
import { DeviceList } from '../device-list.tsx';
import { foundWay, printerTitle, printerWay } from '../device-words.ts';
import { notListed, printerFrom } from '../found.ts';
import { FoundList } from '../found-list.tsx';
import { useFound } from '../use-found.ts';
import { useChangeSetup, useSetup } from '../use-setup.ts';
import { PrinterForm } from './printer-form.tsx';

/** The printers of the till in order of preference, what else this machine knows of, and what the chosen one is like. */
export function PrintersTab() {
  const { t } = useTranslation();
  const change = useChangeSetup();
  const setup = useSetup((all) => all);
  const { found, search } = useFound();
  const { printers, given, chosen } = setup;
  const add = (draft: PrinterDraft | null) => draft && change((now) => withNewPrinter(now, draft));
  const addBlank = (kind: PrinterDraft['kind']) => add(given.blank.printers.find((one) => one.kind === kind) ?? null);
  const shown = printers[chosen.printers];
  return (
    <div className="setup-columns">
      <div className="setup-columns__list">
        <DeviceList
          list="printers"
          label={t('setup.ownPrinters')}
          none={t('setup.noPrinters')}
          devices={printers}
          titleOf={(draft) => printerTitle(t, draft)}
          wayOf={(draft) => printerWay(t, draft)}
        />
        <FoundList
          found={found && notListed(found.printers, setup)}
          wayOf={(one) => foundWay(t, one)}
          onAdd={(one) => add(printerFrom(one, given.blank))}
          onSearch={search}
        />
        <div className="setup-columns__add">
          <PushButton label={t('setup.addTcp')} onPress={() => addBlank('tcp')} />
          <PushButton label={t('setup.addPort')} onPress={() => addBlank('serial')} />
        </div>
      </div>
      <div className="setup-columns__detail">
        {shown ? (
          <PrinterForm key={chosen.printers} draft={shown.draft} at={chosen.printers} />
        ) : (
          <p className="setup-columns__nothing panel">{t('setup.noPrintersHelp')}</p>
        )}
      </div>
    </div>
  );
}
