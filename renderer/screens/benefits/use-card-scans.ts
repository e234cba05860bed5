import { useLayoutEffect } from 'react';
import { useWorkstation } from '../../context.tsx';

/** While benefits are in front, scans are cards of theirs; whoever leaves leaves no card behind. */
export function useCardScans(): void {
  const { run } = useWorkstation();
  useLayoutEffect(() => {
    void run('sale.expect', { what: 'benefit-card' });
    return () => {
      void run('sale.expect', { what: 'anything' });
      void run('benefit.putAway', undefined);
    };
  }, [run]);
}
