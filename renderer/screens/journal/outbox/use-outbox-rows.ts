import { useEffect, useState } from 'react';
import type { OutboxRow } from '../../../../app/contract/outbox.ts';
import { useWorkstation } from '../../../context.tsx';

/** While thousands of entries are sent, nobody reads faster, ms. */
const REST_MS = 1_000;

/** What is yet to be sent, kept up to date; `null` until the first answer. */
export function useOutboxRows(): readonly OutboxRow[] | null {
  const { read, screen } = useWorkstation();
  const [rows, setRows] = useState<readonly OutboxRow[] | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null;
    let stopped = false;
    let again = false;
    const load = () => {
      if (timer !== null) {
        again = true;
        return;
      }
      timer = setTimeout(() => {
        timer = null;
        if (again) load();
      }, REST_MS);
      again = false;
      void read('outbox.list', undefined).then((answer) => {
        if (!stopped && answer) setRows(answer);
      });
    };
    load();
    const stop = screen.subscribe((now, before) => {
      if (now.view !== before.view) load();
    });
    return () => {
      stopped = true;
      stop();
      if (timer !== null) clearTimeout(timer);
    };
  }, [read, screen]);
  return rows;
}
