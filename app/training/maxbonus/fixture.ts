import { z } from 'zod';
import type { MaxBonusEmulator } from './server.ts';

/** A till of somebody else's, as the tests of the emulator use it: plain HTTP, no code of the gateway. */

/** As much of the answers as the tests carry from one request to the next. */
const answerSchema = z.looseObject({
  data: z
    .looseObject({
      token: z.string(),
      calc_id: z.string(),
      total_bonus_pay: z.number(),
      register_request: z.string(),
    })
    .partial()
    .nullish()
    .transform((data) => data ?? {}),
});

export function foreignTill(service: MaxBonusEmulator) {
  async function post(path: string, body: unknown, headers: Record<string, string> = {}) {
    const form = body instanceof FormData || body instanceof URLSearchParams;
    const response = await fetch(service.url + path, {
      method: 'POST',
      headers: {
        Authorization: `Bearer ${service.token}`,
        ...(form ? {} : { 'Content-Type': 'application/json' }),
        ...headers,
      },
      body: form ? body : JSON.stringify(body),
    });
    return { status: response.status, answer: answerSchema.parse(await response.json()) };
  }

  async function certificate(query: Record<string, string>) {
    const response = await fetch(`${service.url}/certificate?${new URLSearchParams(query)}`, {
      headers: { Authorization: `Bearer ${service.token}` },
    });
    return { status: response.status, answer: answerSchema.parse(await response.json()) };
  }

  async function control(method: string, path: string, body?: unknown) {
    const response = await fetch(service.controlUrl + path, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }),
    });
    return { status: response.status, answer: await response.json() };
  }

  async function customerToken(qr: string): Promise<string | undefined> {
    return (await post('/customer/auth_qr', formOf({ qr }))).answer.data.token;
  }

  return { post, certificate, control, customerToken };
}

export type ForeignTill = ReturnType<typeof foreignTill>;

export function formOf(fields: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}

export const CHECK = {
  customer_token: '8888888888',
  items: [{ code: '00107', index: 1, mrc: 0, price: 219, qty: 2 }],
  pay_bonus: null,
};

export const WRITE = { ...CHECK, check_number: 'r1', check_date: '2026-03-01T12:17:05+09:00', cashier: 'Кассир' };
