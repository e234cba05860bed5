import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import type { ScannerState } from '../scanner.ts';

export type OpenFailure = Extract<ScannerState, 'not-found' | 'busy' | 'no-permission' | 'failed'>;

const BY_CODE: Readonly<Record<string, OpenFailure>> = {
  ENOENT: 'not-found',
  ENODEV: 'not-found',
  ENXIO: 'not-found',
  EBUSY: 'busy',
  EACCES: 'no-permission',
  EPERM: 'no-permission',
};

/**
 * Why a serial port did not open. serialport gives only a sentence: what it words itself is always English, but what
 * comes from the system is in the user's language on Linux, so there the system's error code decides.
 */
export function openFailure(message: string, systemCode: string | null): OpenFailure {
  if (message.endsWith('File not found')) return 'not-found';
  // Windows denies access to a COM port that another program has open.
  if (message.endsWith('Access denied') || message.endsWith('Cannot lock port')) return 'busy';
  return (systemCode !== null && BY_CODE[systemCode]) || 'failed';
}

/** The system's code for what keeps the device from being opened ("EACCES"), or `null` when nothing does. */
export async function systemCodeOf(path: string): Promise<string | null> {
  try {
    const device = await open(path, constants.O_RDWR | constants.O_NONBLOCK | constants.O_NOCTTY);
    await device.close();
    return null;
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : null;
  }
}
