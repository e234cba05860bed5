import { useEffect, useState } from 'react';
import type { CommandOutput } from '../../../../app/contract/commands.ts';
import { useWorkstation } from '../../../context.tsx';

export type HistoryPage = CommandOutput<'benefit.history'>;

/** What holders got in these days, one page of it; nothing of it stays when the screen is left. `null` until the answer. */
export function useHistory(interval: { readonly from: string; readonly to: string }, page: number) {
  const { read } = useWorkstation();
  const [answer, setAnswer] = useState<{ readonly page: HistoryPage | null; readonly loading: boolean }>({
    page: null,
    loading: true,
  });
  const { from, to } = interval;
  useEffect(() => {
    let left = false;
    setAnswer((before) => ({ ...before, loading: true }));
    void read('benefit.history', { from, to, page }).then((found) => {
      if (!left) setAnswer({ page: found, loading: false });
    });
    return () => {
      left = true;
    };
  }, [read, from, to, page]);
  return answer;
}
