import type { Lights } from './lights.ts';
import type { Log } from './log.ts';

/**
 * Logs once when the till can be worked with: the page has a snapshot and every scanner is connected.
 * @returns what is to be called whenever the page was given a snapshot
 */
export function readiness(lights: Lights, log: Log): () => void {
  let isReady = false;
  return () => {
    const scanners = lights.list().filter(({ kind }) => kind === 'scanner');
    if (isReady || scanners.some(({ state }) => state !== 'ok')) return;
    isReady = true;
    log.info('ready', { afterMs: Math.round(performance.now()) });
  };
}
