import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Exchange } from './api.ts';
import { type Fault, type FaultInput, faultSchema } from './faults.ts';
import { readBody, sendJson } from './http.ts';
import type { LedgerView } from './ledger-view.ts';
import type { ImportedGood } from './requests.ts';
import type { Sms } from './sms.ts';

/** What a test or a trainer may see of the emulator and do to it; the same over HTTP below `/control`. */
export interface Control {
  readonly faults: { add(fault: FaultInput): void; clear(): void; readonly waiting: readonly Fault[] };
  ledger(): LedgerView;
  /** Oldest first; the last one with a PIN holds the one to type. */
  sms(): readonly Sms[];
  /** What tills have sent by `import/json`; prices in kopecks. */
  goods(): readonly ImportedGood[];
  /** The latest requests, oldest first. */
  requests(): readonly Exchange[];
  /** As freshly started: opening balances, no receipts, no faults, nobody authorised. */
  reset(): void;
}

/**
 * `GET /control/ledger | sms | goods | requests | faults`; `POST /control/faults` sets one, `DELETE` clears them;
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
    case 'GET /goods':
      return sendJson(response, 200, control.goods());
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
