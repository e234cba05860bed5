import { useEffect, useState } from 'react';
import type { PreviewLine, SlipDraft } from '../../../../app/contract/setup.ts';
import type { PaperColumns, Preview } from '../../../../app/domain/printing.ts';
import { useWorkstation } from '../../../context.tsx';
import { faultySlip } from '../../../setup-state.ts';
import { changeSetup } from '../setup-actions.ts';

/** Somebody who types is not followed sign by sign, ms. */
const PAUSE_MS = 150;

/** The lines of a slip as it would print. While the settings are wrong the last that were right stay. */
export function useSlipPreview(slip: SlipDraft, kind: Preview, columns: PaperColumns): readonly PreviewLine[] {
  const workstation = useWorkstation();
  const [lines, setLines] = useState<readonly PreviewLine[]>([]);
  useEffect(() => {
    let given = true;
    const timer = setTimeout(async () => {
      const answer = await workstation.read('setup.preview', { slip, kind, columns });
      if (!answer || !given) return;
      changeSetup(workstation, (setup) => faultySlip(setup, answer.faults));
      if (answer.faults.length === 0) setLines(answer.lines);
    }, PAUSE_MS);
    return () => {
      given = false;
      clearTimeout(timer);
    };
  }, [workstation, slip, kind, columns]);
  return lines;
}
