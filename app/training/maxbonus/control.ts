import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Exchange } from './api.ts';
import { type Fault, type FaultInput, faultSchema } from './faults.ts';
import { readBody, sendJson } from './http.ts';
import type { Ledger } from './ledger.ts';
import type { Sms } from './sessions.ts';

/** What a test or a trainer may see of the emulator and do to it; the same over HTTP below `/control`. */
export interface Control {
  readonly faults: { add(fault: FaultInput): void; clear(): void; readonly waiting: readonly Fault[] };
  ledger(): LedgerView;
  /** Oldest first; the last one holds the PIN to type. */
  sms(): readonly Sms[];
  /** The latest requests, oldest first. */
  requests(): readonly Exchange[];
  /** As freshly started: opening balances, no receipts, no faults, nobody authorised. */
  reset(): void;
}

/** Amounts in kopecks, times in epoch ms. */
export type LedgerView = {
  readonly customers: readonly { readonly phone: string; readonly name: string; readonly balance: number }[];
  readonly receipts: readonly {
    readonly checkNumber: string;
    /** `null` for an anonymous customer. */
    readonly phone: string | null;
    readonly total: number;
    readonly discount: number;
    readonly redeemed: number;
    readonly accrued: number;
  }[];
  readonly history: Ledger['history'];
};

/**
 * `GET /control/ledger | sms | requests | faults`; `POST /control/faults` sets one, `DELETE` clears them;
 * `POST /control/reset`. Answers JSON.
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
    case 'GET /sms':
      return sendJson(response, 200, control.sms());
    case 'GET /requests':
      return sendJson(response, 200, control.requests());
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
    case 'POST /reset':
      control.reset();
      return sendJson(response, 200, {});
    default:
      return sendJson(response, 404, {});
  }
}
