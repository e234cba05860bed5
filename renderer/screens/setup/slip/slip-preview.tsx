import './slip-preview.css';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PreviewLine } from '../../../../app/contract/setup.ts';
import { PAPER_COLUMNS, type PaperColumns, type Preview } from '../../../../app/domain/printing.ts';
import { Choice } from '../../../components/choice.tsx';
import { SelectField } from '../../../components/select-field.tsx';
import { useSetup } from '../use-setup.ts';
import { useSlipPreview } from './use-slip-preview.ts';

const KINDS = [
  'sale',
  'return',
  'registration',
  'queued',
  'refused',
  'x-report',
  'z-report',
] as const satisfies Preview[];

const USUAL_COLUMNS = 48;

/** An example of each slip, as the printer prints it with the settings beside. */
export function SlipPreview() {
  const { t } = useTranslation();
  const slip = useSetup((setup) => setup.slip);
  const ownColumns = useSetup(({ printers }) => printers[0]?.draft.columns ?? USUAL_COLUMNS);
  const [kind, setKind] = useState<Preview>('sale');
  const [columns, setColumns] = useState<PaperColumns>(ownColumns);
  const lines = useSlipPreview(slip, kind, columns);
  return (
    <section className="slip-preview" aria-label={t('slipSetup.preview')}>
      <div className="slip-preview__choices">
        <SelectField
          label={t('slipSetup.kind')}
          options={KINDS.map((value) => ({ value, label: t(`slipSetup.kinds.${value}`) }))}
          value={kind}
          onChange={setKind}
        />
        <Choice
          label={t('slipSetup.columns')}
          labelHidden
          options={PAPER_COLUMNS.map((value) => ({ value: String(value), label: String(value) }))}
          value={String(columns)}
          onChange={(chosen) => setColumns(PAPER_COLUMNS.find((one) => String(one) === chosen) ?? columns)}
        />
      </div>
      <div className="slip-preview__paper">
        <div className="slip-preview__slip" style={{ width: `${columns}ch` }}>
          {lines
            .map((line, at) => ({ line, at }))
            .map(({ line, at }) => (
              <SlipLine key={at} line={line} />
            ))}
        </div>
      </div>
    </section>
  );
}

function SlipLine({ line }: { readonly line: PreviewLine }) {
  if (line.qr) return <QrPicture rows={line.qr} />;
  return (
    <p data-bold={line.bold || undefined} data-large={line.large || undefined}>
      {line.text === '' ? ' ' : line.text}
    </p>
  );
}

/** One square of a path for each black module. */
function QrPicture({ rows }: { readonly rows: readonly string[] }) {
  const black = rows.flatMap((row, y) =>
    [...row.matchAll(/1+/g)].map((run) => `M${run.index} ${y}h${run[0].length}v1h-${run[0].length}z`),
  );
  return (
    <svg className="slip-preview__qr" viewBox={`0 0 ${rows[0]?.length ?? 0} ${rows.length}`} role="img" aria-label="QR">
      <path d={black.join('')} shapeRendering="crispEdges" />
    </svg>
  );
}
