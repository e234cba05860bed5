import { useCallback, useEffect, useState } from 'react';
import type { ReceiptFilter } from '../../../../app/contract/journal.ts';
import { useWorkstation } from '../../../context.tsx';
import { onJournalChange } from '../journal-changes.ts';
import { type KnownRows, NOTHING_KNOWN, ReceiptPages } from './receipt-pages.ts';

type ReceiptRows = {
  readonly known: KnownRows;
  /** Says which rows are in sight. */
  readonly onSeen: (first: number, count: number) => void;
};

/** The receipts that the filter lets through, as far as they are in sight; read again when the journal changes. */
export function useReceiptRows(filter: ReceiptFilter): ReceiptRows {
  const workstation = useWorkstation();
  const { read } = workstation;
  const [known, setKnown] = useState<KnownRows>(NOTHING_KNOWN);
  const [pages] = useState(
    () => new ReceiptPages((of, offset, most) => read('journal.list', { filter: of, offset, most }), setKnown),
  );
  useEffect(() => {
    pages.show(filter);
    const stop = onJournalChange(workstation, () => pages.again());
    return () => {
      stop();
      pages.stop();
    };
  }, [pages, workstation, filter]);
  const onSeen = useCallback((first: number, count: number) => pages.want(first, count), [pages]);
  return { known, onSeen };
}
