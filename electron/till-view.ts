import type { Light, View } from '../app/contract/view.ts';
import type { Problem } from '../app/domain/problem.ts';
import type { PrintJobs } from '../app/journal/print-jobs.ts';
import type { Desk } from '../app/sale/desk.ts';
import type { Sale } from '../app/sale/sale.ts';
import { composeView, type Surroundings } from '../app/sale/view.ts';
import type { Profile } from '../app/settings/profile.ts';
import type { PrintQueue } from '../printing/queue.ts';
import type { Devices } from './devices/devices.ts';
import { wedgeFor } from './devices/wedge.ts';
import type { Lights } from './lights.ts';
import type { LiveSetup } from './setup/live-setup.ts';
import type { Training } from './training.ts';
import type { WindowSize } from './window-size.ts';

/** All of the till that shows. */
type TillParts = {
  readonly outlet: Profile['outlet'];
  readonly training: Training | null;
  readonly desk: Desk;
  readonly lights: Lights;
  readonly devices: Devices;
  readonly jobs: PrintJobs;
  readonly queue: PrintQueue;
  readonly setup: LiveSetup;
  readonly window: Pick<WindowSize, 'view'>;
  /** Whether receipts are queued that the service cannot be told of now. */
  readonly queueing: boolean;
  readonly volume: number;
  /** Which keys of services are not at hand, and why. */
  readonly keys: () => Problem | null;
  readonly registrationPage: boolean;
  /** Whether customers may pay later. */
  readonly credit: boolean;
};

/** The till as the window shows it. */
export function tillView(till: TillParts, revision: number): View {
  const { outlet, training, desk, devices, setup, queueing, registrationPage } = till;
  const lights = till.lights.list();
  return composeView(desk.state, {
    revision,
    outlet,
    training: training && { ...training.hints, pin: training.latestPin() },
    lights,
    wedge: wedgeFor(setup.scanners, lights.some(isConnectedScanner)),
    queue: till.jobs.waiting(),
    drawer: devices.printers.hasDrawer,
    credit: till.credit,
    printing: devices.printers.notice(till.queue.attention()),
    trial: setup.trial.scans,
    window: till.window.view(),
    queueing,
    volume: till.volume,
    keys: till.keys(),
    registrationPage,
    printed: printed(till, desk.state.sale),
  });
}

function printed({ jobs, setup }: TillParts, sale: Sale): Surroundings['printed'] {
  if (sale.stage.at !== 'written' && sale.stage.at !== 'queued') return null;
  const slip = jobs.slipOf(sale.id);
  const state = jobs.stateOf(sale.id);
  return slip && state && { slip: setup.preview(slip), state };
}

function isConnectedScanner({ kind, state }: Light): boolean {
  return kind === 'scanner' && state === 'ok';
}
