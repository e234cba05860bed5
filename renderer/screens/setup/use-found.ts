import { useCallback, useEffect, useState } from 'react';
import type { CommandOutput } from '../../../app/contract/commands.ts';
import { useWorkstation } from '../../context.tsx';

type Found = CommandOutput<'setup.find'>;

/** What is plugged in or known to this machine, and how to look again; `null` until it was looked. */
export function useFound(): { readonly found: Found | null; readonly search: () => void } {
  const { read } = useWorkstation();
  const [found, setFound] = useState<Found | null>(null);
  const search = useCallback(() => {
    void read('setup.find', undefined).then((answer) => answer && setFound(answer));
  }, [read]);
  useEffect(search, [search]);
  return { found, search };
}
