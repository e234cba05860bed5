import type { IncomingMessage, ServerResponse } from 'node:http';
import type { z } from 'zod';
import { readBody, sendJson } from './http.ts';

/** What a test or a trainer may see of any emulator and do to it. */
export interface EmulatorControl<Fault, FaultInput, Ledger, Exchange> {
  readonly faults: { add(fault: FaultInput): void; clear(): void; readonly waiting: readonly Fault[] };
  ledger(): Ledger;
  /** The latest requests, oldest first. */
  requests(): readonly Exchange[];
  /** As freshly started. */
  reset(): void;
}

type ControlAnswer = { readonly status: number; readonly body: unknown };

/** What is done at a method and path below `/control`, such as `GET /ledger`. */
export type ControlRoutes = Readonly<Record<string, (body: unknown) => ControlAnswer>>;

/** `GET /ledger | requests | faults`; `POST /faults` sets one, `DELETE` clears them; `POST /reset`. */
export function commonRoutes<FaultInput, Fault extends FaultInput>(
  control: EmulatorControl<Fault, FaultInput, unknown, unknown>,
  faultSchema: z.ZodType<Fault>,
): ControlRoutes {
  return {
    'GET /ledger': () => shown(control.ledger()),
    'GET /requests': () => shown(control.requests()),
    'GET /faults': () => shown(control.faults.waiting),
    'POST /faults': (body) =>
      checked(faultSchema, body, (fault) => {
        control.faults.add(fault);
        return control.faults.waiting;
      }),
    'DELETE /faults': () => {
      control.faults.clear();
      return shown([]);
    },
    'POST /reset': () => {
      control.reset();
      return shown({});
    },
  };
}

/** Answers one request in JSON. */
export async function answerControl(
  routes: ControlRoutes,
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
): Promise<void> {
  const name = `${request.method} ${path}`;
  const route = Object.hasOwn(routes, name) ? routes[name] : undefined;
  const body = request.method === 'POST' ? await readBody(request) : undefined;
  const answer = route?.(body) ?? { status: 404, body: {} };
  sendJson(response, answer.status, answer.body);
}

export function shown(body: unknown): ControlAnswer {
  return { status: 200, body };
}

/** Shows what comes of `act`, or else what is wrong with the body. */
export function checked<Value>(schema: z.ZodType<Value>, body: unknown, act: (value: Value) => unknown): ControlAnswer {
  const parsed = schema.safeParse(body);
  return parsed.success ? shown(act(parsed.data)) : { status: 400, body: { issues: parsed.error.issues } };
}
