import type { View } from '../../app/contract/view.ts';
import { type ScannerSettings, scannerSchema } from '../../app/settings/scanners.ts';

const USUAL = scannerSchema.parse({ kind: 'wedge' });

/**
 * How the window tells codes that a scanner types from what a person types. A till without any scanner in its profile has one
 * with the usual settings: whatever is plugged in works. Speed alone decides nothing while another scanner is connected, which
 * may type as well and would be heard twice; `null` then.
 */
export function wedgeFor(scanners: readonly ScannerSettings[], anotherConnected: boolean): View['wedge'] {
  const wedge = scanners.length === 0 ? USUAL : scanners.find(({ kind }) => kind === 'wedge');
  if (wedge?.kind !== 'wedge') return null;
  const { prefix = null, suffix, minLength, capsLock } = wedge;
  return prefix === null && anotherConnected ? null : { prefix, suffix, minLength, capsLock };
}
