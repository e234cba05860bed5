import './receipts-foot.css';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CommandOutput } from '../../../../app/contract/commands.ts';
import type { ReceiptFilter } from '../../../../app/contract/journal.ts';
import { PushButton } from '../../../components/push-button.tsx';
import { useFormat, useScreen, useWorkstation } from '../../../context.tsx';
import type { KeyId } from '../../../keys/keymap.ts';
import { actOn, useKeyPress } from '../../../keys/use-keys.ts';
import { isCovered } from '../../../screen.ts';

type ReceiptsFootProps = {
  readonly filter: ReceiptFilter;
  /** `null` until it is known. */
  readonly total: number | null;
};

const FORMATS = { csv: 'exportCsv', json: 'exportJson' } as const satisfies Record<string, KeyId>;
type Format = keyof typeof FORMATS;

/** How many receipts the filter lets through, and the way to have them as a file. */
export function ReceiptsFoot({ filter, total }: ReceiptsFootProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { ask, screen } = useWorkstation();
  const exporting = useScreen((screen) => screen.running.includes('journal.export'));
  const [last, setLast] = useState<{ filter: ReceiptFilter; file: CommandOutput<'journal.export'> } | null>(null);
  const exported = last?.filter === filter ? last.file : null;
  const exportable = !exporting && total !== 0;
  const exportAs = async (ending: Format) => {
    if (exportable) setLast({ filter, file: await ask('journal.export', { filter, format: ending }) });
  };
  useKeyPress('part', (event) => {
    if (isCovered(screen.getState())) return false;
    return actOn(event, { exportCsv: () => void exportAs('csv'), exportJson: () => void exportAs('json') });
  });
  const found = total === null ? '' : t('journal.found', { number: format.count(total) });
  return (
    <footer className="receipts-foot">
      <p role="status">
        {exported ? t('journal.exported', { number: format.count(exported.receipts), file: exported.file }) : found}
      </p>
      {(['csv', 'json'] as const).map((ending) => (
        <PushButton
          key={ending}
          label={t('journal.export', { format: ending.toUpperCase() })}
          keyId={FORMATS[ending]}
          waiting={exporting}
          disabled={!exportable}
          onPress={() => void exportAs(ending)}
        />
      ))}
    </footer>
  );
}
