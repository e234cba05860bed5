import { useTranslation } from 'react-i18next';
import type { ScannerDraft } from '../../../../app/contract/setup.ts';
import { ALPHABETS, type Alphabet } from '../../../../app/domain/scan.ts';
import { Choice } from '../../../components/choice.tsx';
import { PushButton } from '../../../components/push-button.tsx';
import { SelectField } from '../../../components/select-field.tsx';
import { TextField } from '../../../components/text-field.tsx';
import { without, withScanner } from '../../../setup-state.ts';
import { scannerTitle } from '../device-words.ts';
import { PortField } from '../port-field.tsx';
import { useChangeSetup, useFaults } from '../use-setup.ts';

type ScannerFormProps<Draft extends ScannerDraft = ScannerDraft> = { readonly draft: Draft; readonly at: number };

/** The settings of one scanner. */
export function ScannerForm({ draft, at }: ScannerFormProps) {
  const { t } = useTranslation();
  const change = useChangeSetup();
  const fault = useFaults('scanners', at);
  return (
    <section className="setup-form panel" aria-label={scannerTitle(t, draft)}>
      <header>
        <h3>{t(`scannerKind.${draft.kind}`)}</h3>
        <PushButton label={t('setup.remove')} onPress={() => change((setup) => without(setup, 'scanners', at))} />
      </header>
      {fault() !== null && <p className="setup-form__fault">{fault()}</p>}
      <div className="setup-fields">
        <TextField
          label={t('setup.name')}
          kind="text"
          value={draft.name}
          error={fault('name')}
          placeholder={t('setup.scannerName')}
          onChange={(name) => change((setup) => withScanner(setup, at, { ...draft, name }))}
        />
        <OwnFields draft={draft} at={at} />
      </div>
    </section>
  );
}

function OwnFields({ draft, at }: ScannerFormProps) {
  switch (draft.kind) {
    case 'serial':
      return <SerialFields draft={draft} at={at} />;
    case 'hid':
      return <HidFields draft={draft} at={at} />;
    case 'wedge':
      return <WedgeFields draft={draft} at={at} />;
  }
}

type OfKind<Kind extends ScannerDraft['kind']> = ScannerFormProps<Extract<ScannerDraft, { kind: Kind }>>;

function SerialFields({ draft, at }: OfKind<'serial'>) {
  const { t } = useTranslation();
  const change = useChangeSetup();
  const fault = useFaults('scanners', at);
  const edit = (part: Partial<typeof draft>) => change((setup) => withScanner(setup, at, { ...draft, ...part }));
  return (
    <>
      <PortField usb={draft.usb} path={draft.path} error={fault('path')} onChange={(path) => edit({ path })} />
      <TextField
        label={t('setup.baudRate')}
        kind="numeric"
        value={draft.baudRate}
        error={fault('baudRate')}
        onChange={(baudRate) => edit({ baudRate })}
      />
      <Choice
        label={t('setup.end')}
        options={[
          { value: 'terminator', label: t('setup.endTerminator') },
          { value: 'silence', label: t('setup.endSilence') },
        ]}
        value={draft.end}
        onChange={(end) => edit({ end })}
      />
      <AlphabetField value={draft.alphabet} onChange={(alphabet) => edit({ alphabet })} />
    </>
  );
}

function HidFields({ draft, at }: OfKind<'hid'>) {
  const { t } = useTranslation();
  const change = useChangeSetup();
  const edit = (part: Partial<typeof draft>) => change((setup) => withScanner(setup, at, { ...draft, ...part }));
  return (
    <>
      {draft.usb ? <PortField usb={draft.usb} path="" error={null} /> : <p>{t('setup.anyHidHelp')}</p>}
      <AlphabetField value={draft.alphabet} onChange={(alphabet) => edit({ alphabet })} />
    </>
  );
}

type AlphabetFieldProps = { readonly value: Alphabet; readonly onChange: (alphabet: Alphabet) => void };

/** How letters that are no Latin ones come from the scanner. */
function AlphabetField({ value, onChange }: AlphabetFieldProps) {
  const { t } = useTranslation();
  const options = ALPHABETS.map((one) => ({ value: one, label: t(`alphabet.${one}`) }));
  return <SelectField label={t('setup.alphabet')} labelShown options={options} value={value} onChange={onChange} />;
}

function WedgeFields({ draft, at }: OfKind<'wedge'>) {
  const { t } = useTranslation();
  const change = useChangeSetup();
  const fault = useFaults('scanners', at);
  const edit = (part: Partial<typeof draft>) => change((setup) => withScanner(setup, at, { ...draft, ...part }));
  return (
    <>
      <TextField
        label={t('setup.prefix')}
        kind="text"
        value={draft.prefix}
        error={fault('prefix')}
        placeholder={t('setup.prefixNone')}
        onChange={(prefix) => edit({ prefix })}
      />
      <TextField
        label={t('setup.minLength')}
        kind="numeric"
        value={draft.minLength}
        error={fault('minLength')}
        onChange={(minLength) => edit({ minLength })}
      />
      <Choice
        label={t('setup.suffix')}
        options={[
          { value: 'Enter', label: 'Enter' },
          { value: 'Tab', label: 'Tab' },
        ]}
        value={draft.suffix}
        onChange={(suffix) => edit({ suffix })}
      />
      <Choice
        label={t('setup.capsLock')}
        options={[
          { value: 'ignored', label: t('setup.capsIgnored') },
          { value: 'compensated', label: t('setup.capsCompensated') },
        ]}
        value={draft.capsLock}
        onChange={(capsLock) => edit({ capsLock })}
      />
    </>
  );
}
