import { useEffect, useState } from 'react';
import type { CommandInput } from '../../../../app/contract/commands.ts';
import type { RefundView } from '../../../../app/contract/receipts.ts';
import { useWorkstation } from '../../../context.tsx';

type Lines = CommandInput<'return.preview'>['lines'];

/** What the customer would get back, by the way it was paid, and for which lines that holds. */
type Refund = { readonly of: Lines; readonly value: RefundView | null };

/** While the desk is asked about other lines, what it said before stands; `null` when nothing is chosen. */
export function useRefund(receipt: string, lines: Lines | null): Refund | null {
  const { read } = useWorkstation();
  const [refund, setRefund] = useState<Refund | null>(null);
  useEffect(() => {
    if (!lines || lines.length === 0) return setRefund(null);
    let overtaken = false;
    void read('return.preview', { receipt, lines }).then((value) => {
      if (!overtaken) setRefund({ of: lines, value });
    });
    return () => {
      overtaken = true;
    };
  }, [read, receipt, lines]);
  return refund;
}
