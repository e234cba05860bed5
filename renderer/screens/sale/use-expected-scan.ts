import { useLayoutEffect } from 'react';
import { useScreen, useWorkstation } from '../../context.tsx';
import { expectedScan } from '../../screen.ts';

/** Tells the desk what the next scans are meant for; said anew at start, for the desk may remember a screen that is gone. */
export function useExpectedScan(): void {
  const { read } = useWorkstation();
  const what = useScreen(expectedScan);
  useLayoutEffect(() => {
    void read('sale.expect', { what });
  }, [read, what]);
}
