import { useEffect, useState } from 'react';
import { useWorkstation } from '../../context.tsx';
import type { Service } from './service-filter.ts';

/** Services to choose from, asked for each time the choice opens; `null` until the answer, empty when there is none. */
export function useServices(): readonly Service[] | null {
  const { read } = useWorkstation();
  const [services, setServices] = useState<readonly Service[] | null>(null);
  useEffect(() => {
    let left = false;
    void read('benefit.services', undefined).then((answer) => {
      if (!left) setServices(answer ?? []);
    });
    return () => {
      left = true;
    };
  }, [read]);
  return services;
}
