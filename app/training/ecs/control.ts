import type { IncomingMessage, ServerResponse } from 'node:http';
import { readBody, sendJson } from '../maxbonus/http.ts';
import type { Exchange } from './api.ts';
import { type Fault, type FaultInput, faultSchema } from './faults.ts';
import type { LedgerView } from './ledger-view.ts';
import { type Variant, variantChange } from './variant.ts';

/** What a test or a trainer may see of the emulator and do to it; the same over HTTP below `/control`. */
export interface Control {
  readonly faults: { add(fault: FaultInput): void; clear(): void; readonly waiting: readonly Fault[] };
  ledger(): LedgerView;
  /** The latest requests, oldest first; those for a token without their secret. */
  requests(): readonly Exchange[];
  variant(): Variant;
  /** Decides otherwise what the documents leave open. */
  vary(change: Partial<Variant>): void;
  /** Every token's time is over. */
  expireTokens(): void;
  /** As freshly started: no transactions of this shop, no faults, no tokens, the default variant. */
  reset(): void;
}

/**
 * `GET /control/ledger | requests | faults | variant`; `POST /control/faults` sets one, `DELETE` clears them;
 * `POST /control/variant | expire-tokens | reset`. Answers JSON.
 */
export async function answerControl(
  control: Control,
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
) {
  switch (`${request.method} ${path}`) {
    case 'GET /ledger':
      return sendJson(response, 200, control.ledger());
    case 'GET /requests':
      return sendJson(response, 200, control.requests());
    case 'GET /variant':
      return sendJson(response, 200, control.variant());
    case 'POST /variant': {
      const change = variantChange.safeParse(await readBody(request));
      if (!change.success) return sendJson(response, 400, { issues: change.error.issues });
      control.vary(change.data);
      return sendJson(response, 200, control.variant());
    }
    case 'GET /faults':
      return sendJson(response, 200, control.faults.waiting);
    case 'POST /faults': {
      const fault = faultSchema.safeParse(await readBody(request));
      if (!fault.success) return sendJson(response, 400, { issues: fault.error.issues });
      control.faults.add(fault.data);
      return sendJson(response, 200, control.faults.waiting);
    }
    case 'DELETE /faults':
      control.faults.clear();
      return sendJson(response, 200, []);
    case 'POST /expire-tokens':
      control.expireTokens();
      return sendJson(response, 200, {});
    case 'POST /reset':
      control.reset();
      return sendJson(response, 200, {});
    default:
      return sendJson(response, 404, {});
  }
}
