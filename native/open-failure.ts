import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import type { ScannerState } from './scanner.ts';

/** Why a device did not open. */
export type OpenFailure = Extract<ScannerState, 'not-found' | 'busy' | 'no-permission' | 'failed'>;

const BY_CODE: Readonly<Record<string, OpenFailure>> = {
  ENOENT: 'not-found',
  ENODEV: 'not-found',
  ENXIO: 'not-found',
  EBUSY: 'busy',
  EACCES: 'no-permission',
  EPERM: 'no-permission',
};

/** What the system's code for it ("EACCES") means. */
export function failureByCode(systemCode: string | null): OpenFailure {
  return (systemCode !== null && BY_CODE[systemCode]) || 'failed';
}

/** The system's code for what keeps the device at `path` from being opened, or `null` when nothing does. */
export async function systemCodeOf(path: string): Promise<string | null> {
  try {
    const device = await open(path, constants.O_RDWR | constants.O_NONBLOCK | constants.O_NOCTTY);
    await device.close();
    return null;
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : null;
  }
}
