import { ok, type Result } from '../../domain/result.ts';
import { DIGITS, type Random, randomText } from '../random.ts';
import { type Refusal, refuse } from './refusal.ts';
import type { SmsGate } from './sms.ts';

/** What a PIN takes: time, chance and a way to the customer. */
export type PinMeans = { readonly now: () => number; readonly random: Random; readonly sms: SmsGate };

const LIFETIME_MS = 5 * 60_000;
const MOST_WRONG = 3;

/** The PIN that a customer gets by SMS and tells the cashier: one for a write-off, one for a registration. */
export class Pin {
  readonly #means: PinMeans;
  #sent: { readonly text: string; readonly until: number; wrong: number } | null = null;

  constructor(means: PinMeans) {
    this.#means = means;
  }

  /** Sends a new one; an earlier one is void. */
  send(phone: string, purpose: string): void {
    const text = randomText(this.#means.random, DIGITS, 4);
    this.#sent = { text, until: this.#means.now() + LIFETIME_MS, wrong: 0 };
    this.#means.sms.send(phone, `${purpose}: ${text}`, text);
  }

  /** After three wrong ones none is right until a new one is sent. */
  check(typed: string): Result<void, Refusal> {
    const sent = this.#sent;
    if (!sent || sent.until < this.#means.now()) return refuse('ПИН-код не запрошен или устарел. Запросите новый');
    if (sent.text === typed) return ok(undefined);
    sent.wrong += 1;
    if (sent.wrong < MOST_WRONG) return refuse('Неверный ПИН-код');
    this.#sent = null;
    return refuse('ПИН-код введён неверно 3 раза. Запросите новый');
  }
}
