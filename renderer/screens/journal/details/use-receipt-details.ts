import { useEffect, useState } from 'react';
import type { ReceiptDetails } from '../../../../app/contract/journal.ts';
import type { ReceiptId } from '../../../../app/domain/receipt.ts';
import { useWorkstation } from '../../../context.tsx';
import { onJournalChange } from '../journal-changes.ts';

/** Somebody who runs through the list does not want each of them, ms. */
const REST_MS = 60;

/** All that is known of a receipt; until it comes, what was known of the one before. `null` for none. */
export function useReceiptDetails(receipt: ReceiptId | null): ReceiptDetails | null {
  const workstation = useWorkstation();
  const [details, setDetails] = useState<ReceiptDetails | null>(null);
  useEffect(() => {
    if (receipt === null) return setDetails(null);
    let overtaken = false;
    const load = async () => {
      const answer = await workstation.read('journal.details', { receipt });
      if (!overtaken && answer) setDetails(answer);
    };
    const timer = setTimeout(load, REST_MS);
    const stop = onJournalChange(workstation, () => void load());
    return () => {
      overtaken = true;
      clearTimeout(timer);
      stop();
    };
  }, [workstation, receipt]);
  return details;
}
