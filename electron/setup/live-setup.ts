import type { setupCommands } from '../../app/contract/setup.ts';
import type { SlipDocument } from '../../app/domain/slip.ts';
import type { Clock, SlipComposer } from '../../app/sale/ports.ts';
import type { CodeReader } from '../../app/sale/readings.ts';
import { readingView } from '../../app/sale/view.ts';
import type { Profile } from '../../app/settings/profile.ts';
import type { Setup } from '../../app/settings/setup.ts';
import { layOut } from '../../printing/layout.ts';
import type { PrintQueue } from '../../printing/queue.ts';
import { type Composer, slipComposer } from '../../printing/slip/composer.ts';
import type { Devices } from '../devices/devices.ts';
import { setupHandlers } from '../handlers/setup.ts';
import type { HandlersOf } from '../ipc.ts';
import { currentComposer } from './current-composer.ts';
import { ScanTrial } from './scan-trial.ts';
import { type SetupPorts, TillSetup } from './till-setup.ts';

/** Width of the slip shown on screen when no printer says otherwise. */
const PREVIEW_COLUMNS = 48;

type LiveSetupParts = {
  readonly profile: Profile;
  readonly store: SetupPorts['store'];
  readonly isBusy: () => boolean;
  readonly devices: Devices;
  readonly queue: PrintQueue;
  readonly reader: CodeReader;
  readonly clock: Clock;
  readonly changed: () => void;
};

/** Devices and slips as they are set up now; they change while the till works. */
export class LiveSetup {
  /** Composes slips as they are to look at the time. */
  readonly composer: SlipComposer;
  readonly trial: ScanTrial;
  readonly #parts: LiveSetupParts;
  readonly #setup: TillSetup;
  #composer: Composer;

  constructor(parts: LiveSetupParts) {
    const { profile, store, isBusy, reader, changed } = parts;
    this.#parts = parts;
    this.#composer = slipComposer(profile);
    this.composer = currentComposer(() => this.#composer);
    this.#setup = new TillSetup(profile, { store, isBusy, apply: (setup) => this.#apply(setup) });
    this.trial = new ScanTrial((scan) => reader.scanned(scan, 'anything').map(readingView), changed);
  }

  get scanners(): Profile['scanners'] {
    return this.#setup.profile.scanners;
  }

  /** A slip as the first printer prints it, line by line. */
  preview(slip: SlipDocument): string[] {
    const columns = this.#setup.profile.printers[0]?.columns ?? PREVIEW_COLUMNS;
    return layOut(slip, columns).map((line) => line.text);
  }

  handlers(): HandlersOf<keyof typeof setupCommands> {
    const { devices, clock } = this.#parts;
    return setupHandlers({
      setup: this.#setup,
      devices,
      printers: devices.printers,
      trial: this.trial,
      testPage: (printer) => this.#composer.testPage(printer, clock.now()),
    });
  }

  /** Goes over to other devices and slips, without a start. */
  #apply(setup: Setup): void {
    const { devices, queue, changed } = this.#parts;
    this.#composer = slipComposer(this.#setup.profile);
    const kept = devices.exchange(setup);
    if (kept) queue.renew(kept);
    changed();
  }
}
