import { setTimeout as sleep } from 'node:timers/promises';

/** Between two measurements, ms; never the same twice, or every one would meet the screen's 60 Hz at the same point. */
const PAUSE_MS = { shortest: 30, longest: 60 };

export function pause(): Promise<void> {
  return sleep(PAUSE_MS.shortest + Math.random() * (PAUSE_MS.longest - PAUSE_MS.shortest));
}
