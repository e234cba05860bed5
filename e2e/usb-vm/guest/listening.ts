import { EventEmitter, once } from 'node:events';
import type { FoundDevice } from '../../../app/domain/found-device.ts';
import type { Scan } from '../../../app/domain/scan.ts';
import type { Scanner, ScannerListeners, ScannerState } from '../../../native/scanner.ts';

/** What is not told within this time will not be, ms: a processor of software takes its time. */
const LONGEST_WAIT = 20_000;

/** What a driver told, and waiting for it to tell. */
export type Heard = {
  readonly scans: readonly Scan[];
  readonly damages: readonly string[];
  readonly states: readonly ScannerState[];
  /** The device that the latest state is about. */
  readonly device: FoundDevice | null;
  texts(): string[];
  until(happened: () => boolean): Promise<void>;
  untilState(state: ScannerState): Promise<void>;
  stop(): Promise<void>;
};

/** Opens a scanner by `open` and writes down what it tells. */
export function listen(open: (listeners: ScannerListeners) => Scanner): Heard {
  const told = new EventEmitter();
  const scans: Scan[] = [];
  const damages: string[] = [];
  const states: ScannerState[] = [];
  let device: FoundDevice | null = null;
  const scanner = open({
    scan(scan) {
      scans.push(scan);
      told.emit('told');
    },
    damaged(damage) {
      damages.push(damage);
      told.emit('told');
    },
    underWay: () => {},
    state(state, about) {
      states.push(state);
      device = about;
      told.emit('told');
    },
  });
  const until = async (happened: () => boolean) => {
    const signal = AbortSignal.timeout(LONGEST_WAIT);
    while (!happened()) await once(told, 'told', { signal });
  };
  return {
    scans,
    damages,
    states,
    get device() {
      return device;
    },
    texts: () => scans.map(({ text }) => text),
    until,
    untilState: (state) => until(() => states.at(-1) === state),
    stop: () => scanner.stop(),
  };
}
