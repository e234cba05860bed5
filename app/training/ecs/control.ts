import { type ControlRoutes, checked, commonRoutes, type EmulatorControl, shown } from '../control.ts';
import type { Exchange } from './api.ts';
import { type Fault, type FaultInput, faultSchema } from './faults.ts';
import type { LedgerView } from './ledger-view.ts';
import { type Variant, variantChange } from './variant.ts';

/**
 * What a test or a trainer may see of the emulator and do to it; the same over HTTP below `/control`. Requests for a token are kept without
 * their secret. A reset leaves no transactions of this shop, no faults, no tokens, and the variant of the start.
 */
export interface Control extends EmulatorControl<Fault, FaultInput, LedgerView, Exchange> {
  variant(): Variant;
  /** Decides otherwise what the documents leave open. */
  vary(change: Partial<Variant>): void;
  /** Every token's time is over. */
  expireTokens(): void;
}

/** Besides what every emulator has: `GET | POST /control/variant`, `POST /control/expire-tokens`. */
export function controlRoutes(control: Control): ControlRoutes {
  return {
    ...commonRoutes(control, faultSchema),
    'GET /variant': () => shown(control.variant()),
    'POST /variant': (body) =>
      checked(variantChange, body, (change) => {
        control.vary(change);
        return control.variant();
      }),
    'POST /expire-tokens': () => {
      control.expireTokens();
      return shown({});
    },
  };
}
