import { useLayoutEffect } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { useScreen, useWorkstation } from '../../context.tsx';
import { expectedScan } from '../../screen.ts';

/** Tells the desk what the next scans are meant for; said anew at start, for the desk may remember a screen that is gone. */
export function useExpectedScan(): void {
  const { read } = useWorkstation();
  const expected = useScreen(useShallow(expectedScan));
  useLayoutEffect(() => {
    void read('sale.expect', expected);
  }, [read, expected]);
}
