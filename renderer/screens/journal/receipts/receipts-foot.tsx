import './receipts-foot.css';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CommandOutput } from '../../../../app/contract/commands.ts';
import type { ReceiptFilter } from '../../../../app/contract/journal.ts';
import { PushButton } from '../../../components/push-button.tsx';
import { useFormat, useScreen, useWorkstation } from '../../../context.tsx';

type ReceiptsFootProps = {
  readonly filter: ReceiptFilter;
  /** `null` until it is known. */
  readonly total: number | null;
};

const FORMATS = ['csv', 'json'] as const;

/** How many receipts the filter lets through, and the way to have them as a file. */
export function ReceiptsFoot({ filter, total }: ReceiptsFootProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { ask } = useWorkstation();
  const exporting = useScreen((screen) => screen.running.includes('journal.export'));
  const [last, setLast] = useState<{ filter: ReceiptFilter; file: CommandOutput<'journal.export'> } | null>(null);
  const exported = last?.filter === filter ? last.file : null;
  const exportAs = async (ending: (typeof FORMATS)[number]) => {
    setLast({ filter, file: await ask('journal.export', { filter, format: ending }) });
  };
  const found = total === null ? '' : t('journal.found', { number: format.count(total) });
  return (
    <footer className="receipts-foot">
      <p role="status">
        {exported ? t('journal.exported', { number: format.count(exported.receipts), file: exported.file }) : found}
      </p>
      {FORMATS.map((ending) => (
        <PushButton
          key={ending}
          label={t('journal.export', { format: ending.toUpperCase() })}
          waiting={exporting}
          disabled={exporting || total === 0}
          onPress={() => void exportAs(ending)}
        />
      ))}
    </footer>
  );
}
