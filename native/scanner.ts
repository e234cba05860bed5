import type { FoundDevice } from '../app/domain/found-device.ts';
import type { Scan } from '../app/domain/scan.ts';
import type { ScanDamage } from './scan/framer.ts';

/**
 * How a scanner is doing. `busy`: another program has it; `unplugged`: it was ready and is gone. In every state but
 * `ready` the driver keeps trying.
 */
export type ScannerState = 'connecting' | 'ready' | 'not-found' | 'busy' | 'no-permission' | 'unplugged' | 'failed';

/** What a scanner driver tells. All of it comes as events; a driver never throws for what a device does. */
export type ScannerListeners = {
  scan(scan: Scan): void;
  /** Something arrived that is no whole code. `unreadable`: whole, but holding what no code holds. */
  damaged(damage: ScanDamage | 'unreadable'): void;
  /** Whether a part of a code is in hand: should the process die now, its rest must not be taken for a code. */
  underWay(is: boolean): void;
  /** Called at the start and then on every change, with the device that it is about; `null` while there is none. */
  state(state: ScannerState, device: FoundDevice | null): void;
};

/** A driver starts after its process died in mid-work, on the same devices. */
export type Resumption = {
  /** A part of a code was in hand. */
  readonly inside: boolean;
};

export type Scanner = {
  /** Releases the device and all timers. Nothing is told from the call on; settles when the device is free. */
  stop(): Promise<void>;
};
