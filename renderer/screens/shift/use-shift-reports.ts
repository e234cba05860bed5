import { useEffect, useState } from 'react';
import type { ShiftReportView } from '../../../app/contract/shift.ts';
import type { View } from '../../../app/contract/view.ts';
import { useWorkstation } from '../../context.tsx';

/** Somewhat more than two months of shifts: older ones are looked up in the journal. */
const MOST_PAST = 70;

/**
 * The sums of the open shift, if there is one, and of those before it, newest first; asked for anew whenever they may be
 * others. `null` until the first answer.
 */
export function useShiftReports(): readonly ShiftReportView[] | null {
  const { read, screen } = useWorkstation();
  const [reports, setReports] = useState<readonly ShiftReportView[] | null>(null);
  useEffect(() => {
    let turn = 0;
    const load = async () => {
      turn += 1;
      const asked = turn;
      const [open, past] = await Promise.all([
        read('shift.report', undefined),
        read('shift.past', { most: MOST_PAST }),
      ]);
      if (asked === turn) setReports([...(open ? [open] : []), ...(past ?? [])]);
    };
    void load();
    const stop = screen.subscribe((now, before) => {
      if (now.view && before.view && changesSums(now.view, before.view)) void load();
    });
    return () => {
      turn += 1;
      stop();
    };
  }, [read, screen]);
  return reports;
}

function changesSums(now: View, before: View): boolean {
  return (
    now.shift !== before.shift ||
    now.sale.number !== before.sale.number ||
    now.sale.stage !== before.sale.stage ||
    now.outbox !== before.outbox ||
    now.returnInDoubt !== before.returnInDoubt
  );
}
