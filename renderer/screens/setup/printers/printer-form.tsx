import './printer-form.css';
import { useTranslation } from 'react-i18next';
import type { PrinterDraft } from '../../../../app/contract/setup.ts';
import { PushButton } from '../../../components/push-button.tsx';
import { TextField } from '../../../components/text-field.tsx';
import { moved, without, withPrinter } from '../../../setup-state.ts';
import { printerTitle } from '../device-words.ts';
import { useChangeSetup, useFaults, useSetup } from '../use-setup.ts';
import { ConnectionFields } from './connection-fields.tsx';
import { PrinterTrial } from './printer-trial.tsx';
import { TableFinder } from './table-finder.tsx';
import { TraitsFields } from './traits-fields.tsx';

type PrinterFormProps = { readonly draft: PrinterDraft; readonly at: number };

/** All about one printer: how it is reached, what it is like, and whether that is right. */
export function PrinterForm({ draft, at }: PrinterFormProps) {
  const { t } = useTranslation();
  const change = useChangeSetup();
  const fault = useFaults('printers', at);
  const last = useSetup((setup) => setup.printers.length - 1);
  const edit = (next: PrinterDraft) => change((setup) => withPrinter(setup, at, next));
  return (
    <>
      <section className="setup-form printer-form panel" aria-label={printerTitle(t, draft)}>
        <header>
          <h3>{t(`printerKind.${draft.kind}`)}</h3>
          <PushButton
            label={t('setup.earlier')}
            disabled={at === 0}
            onPress={() => change((setup) => moved(setup, at, -1))}
          />
          <PushButton
            label={t('setup.later')}
            disabled={at === last}
            onPress={() => change((setup) => moved(setup, at, 1))}
          />
          <PushButton label={t('setup.remove')} onPress={() => change((setup) => without(setup, 'printers', at))} />
        </header>
        {fault() !== null && <p className="setup-form__fault">{fault()}</p>}
        <div className="setup-fields">
          <TextField
            label={t('setup.name')}
            kind="text"
            value={draft.name}
            error={fault('name')}
            placeholder={t('setup.printerName')}
            onChange={(name) => edit({ ...draft, name })}
          />
          <ConnectionFields draft={draft} at={at} edit={edit} />
        </div>
        <h4>{t('traits.title')}</h4>
        <TraitsFields draft={draft} at={at} edit={edit} />
        <TableFinder table={draft.codeTable} onPick={(codeTable) => edit({ ...draft, codeTable })} />
      </section>
      <PrinterTrial draft={draft} at={at} />
    </>
  );
}
