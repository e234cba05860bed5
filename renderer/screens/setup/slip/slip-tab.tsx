import './slip-tab.css';
import { useTranslation } from 'react-i18next';
import { LONGEST } from '../../../../app/contract/limits.ts';
import type { SlipDraft } from '../../../../app/contract/setup.ts';
import { Check } from '../../../components/check.tsx';
import { Choice } from '../../../components/choice.tsx';
import { TextField } from '../../../components/text-field.tsx';
import { withSlip } from '../../../setup-state.ts';
import { useChangeSetup, useFaults, useSetup } from '../use-setup.ts';
import { LineList } from './line-list.tsx';
import { SlipPreview } from './slip-preview.tsx';

const SHOWN = [
  'outlet',
  'till',
  'cashier',
  'goods',
  'customer',
  'balance',
  'campaign',
  'accrualPercent',
  'seconds',
] as const satisfies (keyof SlipDraft['show'])[];

/** What the slips of this till look like, beside what comes of it. */
export function SlipTab() {
  return (
    <div className="slip-tab">
      <SlipForm />
      <SlipPreview />
    </div>
  );
}

function SlipForm() {
  const { t } = useTranslation();
  const change = useChangeSetup();
  const slip = useSetup((setup) => setup.slip);
  const fault = useFaults('slip');
  const edit = (part: Partial<SlipDraft>) => change((setup) => withSlip(setup, { ...setup.slip, ...part }));
  return (
    <section className="setup-form slip-form panel" aria-label={t('setup.slip')}>
      <Choice
        label={t('slipSetup.form')}
        options={[
          { value: 'receipt', label: t('slipSetup.receipt') },
          { value: 'tear-off', label: t('slipSetup.tearOff') },
        ]}
        value={slip.form}
        onChange={(form) => edit({ form })}
      />
      <LineList
        label={t('slipSetup.header')}
        place="header"
        lines={slip.header}
        onChange={(header) => edit({ header })}
      />
      <LineList
        label={t('slipSetup.footer')}
        place="footer"
        lines={slip.footer}
        onChange={(footer) => edit({ footer })}
      />
      <div className="slip-form__numbers">
        <TextField
          label={t('slipSetup.kkm')}
          kind="text"
          value={slip.kkm}
          error={fault('kkm')}
          placeholder="00001"
          onChange={(kkm) => edit({ kkm })}
        />
        <TextField
          label={t('slipSetup.section')}
          kind="text"
          value={slip.section}
          error={fault('section')}
          placeholder="1"
          onChange={(section) => edit({ section })}
        />
      </div>
      <Choice
        label={t('slipSetup.bonuses')}
        options={[
          { value: 'total', label: t('slipSetup.bonusesTotal') },
          { value: 'lines', label: t('slipSetup.bonusesLines') },
        ]}
        value={slip.bonuses}
        onChange={(bonuses) => edit({ bonuses })}
      />
      <fieldset className="slip-form__shown">
        <legend>{t('slipSetup.show')}</legend>
        {SHOWN.map((part) => (
          <Check
            key={part}
            label={t(`slipSetup.shown.${part}`)}
            checked={slip.show[part]}
            disabled={part === 'goods' && slip.form === 'tear-off'}
            onChange={(shown) => edit({ show: { ...slip.show, [part]: shown } })}
          />
        ))}
      </fieldset>
      <div className="slip-form__qr">
        <TextField
          label={t('slipSetup.qrData')}
          kind="text"
          maxLength={LONGEST.setting}
          value={slip.qr.data}
          error={fault('qr', 'data')}
          placeholder={t('slipSetup.qrExample')}
          onChange={(data) => edit({ qr: { ...slip.qr, data } })}
        />
        <TextField
          label={t('slipSetup.qrCaption')}
          kind="text"
          maxLength={LONGEST.setting}
          value={slip.qr.caption}
          error={fault('qr', 'caption')}
          onChange={(caption) => edit({ qr: { ...slip.qr, caption } })}
        />
        <p>{t('slipSetup.qrHelp')}</p>
      </div>
    </section>
  );
}
