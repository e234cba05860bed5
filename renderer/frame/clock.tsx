import { useEffect, useState } from 'react';
import { useFormat } from '../context.tsx';

const MINUTE_MS = 60_000;

/** The time of day, redrawn when the minute changes. */
export function Clock() {
  const format = useFormat();
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setTimeout(() => setNow(new Date()), MINUTE_MS - (now.getTime() % MINUTE_MS));
    return () => clearTimeout(timer);
  }, [now]);
  return (
    <time className="header__clock" dateTime={now.toISOString()}>
      {format.clock(now)}
    </time>
  );
}
