import { z } from 'zod';
import { type ControlRoutes, checked, commonRoutes, type EmulatorControl, shown } from '../control.ts';
import type { Exchange } from './api.ts';
import { type Fault, type FaultInput, faultSchema } from './faults.ts';
import type { LedgerView } from './ledger-view.ts';
import type { ImportedGood, ImportedGroup } from './requests.ts';
import type { Sms } from './sms.ts';

/**
 * What a test or a trainer may see of the emulator and do to it; the same over HTTP below `/control`. A reset brings opening balances back,
 * with no receipts, no faults and nobody authorised.
 */
export interface Control extends EmulatorControl<Fault, FaultInput, LedgerView, Exchange> {
  /** Oldest first; the last one with a PIN holds the one to type. */
  sms(): readonly Sms[];
  /** What tills have sent by `import/json`; prices in kopecks. */
  goods(): readonly ImportedGood[];
  /** And their groups. */
  groups(): readonly ImportedGroup[];
  /** Whether balances may fall below zero by returns; not after a reset. */
  overdraft(allowed: boolean): void;
}

const overdraft = z.strictObject({ allowed: z.boolean() });

/** Besides what every emulator has: `GET /control/sms | goods | groups`, `POST /control/overdraft`. */
export function controlRoutes(control: Control): ControlRoutes {
  return {
    ...commonRoutes(control, faultSchema),
    'GET /sms': () => shown(control.sms()),
    'POST /overdraft': (body) =>
      checked(overdraft, body, ({ allowed }) => {
        control.overdraft(allowed);
        return { allowed };
      }),
    'GET /goods': () => shown(control.goods()),
    'GET /groups': () => shown(control.groups()),
  };
}
