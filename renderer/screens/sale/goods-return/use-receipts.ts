import { useEffect, useState } from 'react';
import type { Receipts } from '../../../../app/contract/receipts.ts';
import { useWorkstation } from '../../../context.tsx';

/** Written receipts for what is typed, newest first; `null` until the first answer. An answer that was overtaken is dropped. */
export function useReceipts(text: string): Receipts | null {
  const { read } = useWorkstation();
  const [found, setFound] = useState<Receipts | null>(null);
  useEffect(() => {
    let overtaken = false;
    void read('receipts.find', { text }).then((receipts) => {
      if (!overtaken) setFound(receipts ?? []);
    });
    return () => {
      overtaken = true;
    };
  }, [read, text]);
  return found;
}
