import { useEffect, useState } from 'react';

/** A person needs this long to see what has come up, ms. */
const SEEN_MS = 300;

/** False as long as a press can only have been meant for what stood there before; for what pays or is hard to take back. */
export function useSeen(): boolean {
  const [seen, setSeen] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSeen(true), SEEN_MS);
    return () => clearTimeout(timer);
  }, []);
  return seen;
}
