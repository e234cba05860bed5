import { useLayoutEffect } from 'react';
import { useWorkstation } from '../../context.tsx';

/** While benefits are in front, scans are cards of theirs; whoever leaves leaves no card behind. */
export function useCardScans(): void {
  const { read } = useWorkstation();
  useLayoutEffect(() => {
    void read('sale.expect', { what: 'benefit-card' });
    return () => {
      void read('sale.expect', { what: 'anything' });
      void read('benefit.putAway', undefined);
    };
  }, [read]);
}
