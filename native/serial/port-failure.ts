import { failureByCode, type OpenFailure } from '../open-failure.ts';

/**
 * Why a serial port did not open. serialport gives only a sentence: what it words itself is always English, but what
 * comes from the system is in the user's language on Linux, so there the system's error code decides.
 */
export function portFailure(message: string, systemCode: string | null): OpenFailure {
  if (message.endsWith('File not found')) return 'not-found';
  // Windows denies access to a COM port that another program has open.
  if (message.endsWith('Access denied') || message.endsWith('Cannot lock port')) return 'busy';
  return failureByCode(systemCode);
}
