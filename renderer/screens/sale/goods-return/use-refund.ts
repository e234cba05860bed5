import { useEffect, useState } from 'react';
import type { CommandInput } from '../../../../app/contract/commands.ts';
import type { RefundView } from '../../../../app/contract/receipts.ts';
import { useWorkstation } from '../../../context.tsx';

/**
 * What the customer would get back for these lines, by the way it was paid. While the desk is asked, what it said before
 * stands; `null` when nothing is chosen or it cannot say.
 */
export function useRefund(receipt: string, lines: CommandInput<'return.preview'>['lines'] | null): RefundView | null {
  const { read } = useWorkstation();
  const [refund, setRefund] = useState<RefundView | null>(null);
  useEffect(() => {
    if (!lines || lines.length === 0) return setRefund(null);
    let overtaken = false;
    void read('return.preview', { receipt, lines }).then((answer) => {
      if (!overtaken) setRefund(answer);
    });
    return () => {
      overtaken = true;
    };
  }, [read, receipt, lines]);
  return refund;
}
