import { useTranslation } from 'react-i18next';
import { PAPER_COLUMNS } from '../../../../app/domain/printing.ts';
import { SelectField } from '../../../components/select-field.tsx';
import { TextField } from '../../../components/text-field.tsx';
import { useFaults, useSetup } from '../use-setup.ts';
import type { PrinterFieldsProps } from './connection-fields.tsx';

const OTHER_MODEL = '';

/** What a printer is like. A model gives all of it at once; each trait may then be another. */
export function TraitsFields({ draft, at, edit }: PrinterFieldsProps) {
  const { t } = useTranslation();
  const fault = useFaults('printers', at);
  const { models, blank } = useSetup((setup) => setup.given);
  const chooseModel = (name: string) => {
    const model = models.find((one) => one.name === name);
    const traits = model?.traits ?? traitsOf(blank.printers[0] ?? draft);
    edit({ ...draft, ...traits, model: model?.name ?? null });
  };
  return (
    <div className="setup-fields">
      <SelectField
        label={t('traits.model')}
        labelShown
        options={[
          { value: OTHER_MODEL, label: t('traits.otherModel') },
          ...models.map(({ name, label }) => ({ value: name, label })),
        ]}
        value={draft.model ?? OTHER_MODEL}
        onChange={chooseModel}
      />
      <SelectField
        label={t('traits.columns')}
        labelShown
        options={PAPER_COLUMNS.map((columns) => ({ value: String(columns), label: String(columns) }))}
        value={String(draft.columns)}
        onChange={(chosen) => edit({ ...draft, columns: PAPER_COLUMNS.find((one) => String(one) === chosen) ?? 48 })}
      />
      <TextField
        label={t('traits.codeTable')}
        kind="numeric"
        value={draft.codeTable}
        error={fault('codeTable')}
        onChange={(codeTable) => edit({ ...draft, codeTable })}
      />
      <SelectField
        label={t('traits.chinese')}
        labelShown
        options={[
          { value: 'yes', label: t('traits.chineseYes') },
          { value: 'no', label: t('traits.chineseNo') },
        ]}
        value={draft.chinese ? 'yes' : 'no'}
        onChange={(chinese) => edit({ ...draft, chinese: chinese === 'yes' })}
      />
      <SelectField
        label={t('traits.cutLabel')}
        labelShown
        options={(['partial', 'full', 'none'] as const).map((value) => ({ value, label: t(`traits.cut.${value}`) }))}
        value={draft.cut}
        onChange={(cut) => edit({ ...draft, cut })}
      />
      <TextField
        label={t('traits.feedBeforeCut')}
        kind="numeric"
        value={draft.feedBeforeCut}
        error={fault('feedBeforeCut')}
        onChange={(feedBeforeCut) => edit({ ...draft, feedBeforeCut })}
      />
      <SelectField
        label={t('traits.drawerPin')}
        labelShown
        options={[
          { value: '', label: t('traits.noDrawer') },
          { value: '2', label: t('traits.pin', { pin: 2 }) },
          { value: '5', label: t('traits.pin', { pin: 5 }) },
        ]}
        value={draft.drawerPin === null ? '' : String(draft.drawerPin)}
        onChange={(pin) => edit({ ...draft, drawerPin: ([2, 5] as const).find((one) => String(one) === pin) ?? null })}
      />
      <SelectField
        label={t('traits.drawerLabel')}
        labelShown
        options={(['never', 'cash'] as const).map((value) => ({ value, label: t(`traits.drawer.${value}`) }))}
        value={draft.drawer}
        onChange={(drawer) => edit({ ...draft, drawer })}
      />
      <SelectField
        label={t('traits.qrLabel')}
        labelShown
        options={(['native', 'raster'] as const).map((value) => ({ value, label: t(`traits.qr.${value}`) }))}
        value={draft.qr}
        onChange={(qr) => edit({ ...draft, qr })}
      />
      <SelectField
        label={t('traits.newline')}
        labelShown
        options={[
          { value: '\n', label: 'LF' },
          { value: '\r\n', label: 'CR LF' },
        ]}
        value={draft.newline}
        onChange={(newline) => edit({ ...draft, newline })}
      />
      <SelectField
        label={t('traits.encoder')}
        labelShown
        options={[
          { value: 'standard', label: t('traits.encoderStandard') },
          { value: 'escpos', label: 'escpos' },
        ]}
        value={draft.encoder}
        onChange={(encoder) => edit({ ...draft, encoder })}
      />
    </div>
  );
}

function traitsOf(printer: PrinterFieldsProps['draft']) {
  const { columns, codeTable, chinese, cut, feedBeforeCut, drawerPin, qr, newline, encoder } = printer;
  return { columns, codeTable, chinese, cut, feedBeforeCut, drawerPin, qr, newline, encoder };
}
