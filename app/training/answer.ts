import type { ServerResponse } from 'node:http';
import { sendText } from './http.ts';
import { spoilt } from './spoil.ts';

/** What a service answers; without a body there is none. */
export type Answer = { readonly status: number; readonly body?: unknown };

/** As much of a fault as the sending of an answer suffers from. */
type Outcome = { readonly kind: string; readonly retryAfter?: string | null };

/** Sends the answer as the fault leaves it; hangs up where there is none or it gets lost. */
export function sendAnswer(response: ServerResponse, answer: Answer | null, outcome: Outcome | null): void {
  if (!answer || outcome?.kind === 'drop-after-commit') {
    response.destroy();
    return;
  }
  if (typeof outcome?.retryAfter === 'string') response.setHeader('Retry-After', outcome.retryAfter);
  const { status, body } = answer;
  const { text, html } = spoilt(outcome?.kind, body) ?? {
    text: body === undefined ? '' : JSON.stringify(body),
    html: false,
  };
  sendText(response, status, html ? 'text/html' : 'application/json', text);
}
