import { ok, type Result } from '../../domain/result.ts';
import type { TrainingCustomer } from './model.ts';
import { DIGITS, HEX, type Random, randomText } from './random.ts';
import { type Refusal, refuse } from './refusal.ts';

/** An SMS as it would have gone out. `at` is epoch ms. */
export type Sms = { readonly phone: string; readonly pin: string; readonly text: string; readonly at: number };

/** A customer at a till, from one authorisation on. */
export type Session = {
  readonly token: string;
  readonly customer: TrainingCustomer;
  pin: { readonly text: string; readonly until: number; wrong: number } | null;
  confirmed: boolean;
};

const PIN_LIFETIME_MS = 5 * 60_000;
const MOST_WRONG_PINS = 3;

/** Authorised customers, and the PINs by which they agree to a write-off. */
export class Sessions {
  readonly #now: () => number;
  readonly #random: Random;
  readonly #byToken = new Map<string, Session>();
  readonly #sent: Sms[] = [];

  constructor(now: () => number, random: Random) {
    this.#now = now;
    this.#random = random;
  }

  get sms(): readonly Sms[] {
    return this.#sent;
  }

  /** Every authorisation has a token of its own. */
  open(customer: TrainingCustomer): Session {
    const session: Session = { token: randomText(this.#random, HEX, 40), customer, pin: null, confirmed: false };
    this.#byToken.set(session.token, session);
    return session;
  }

  find(token: string): Session | undefined {
    return this.#byToken.get(token);
  }

  /** Sends a new PIN; an earlier one and its confirmation are void. */
  askPin(session: Session): void {
    const at = this.#now();
    const text = randomText(this.#random, DIGITS, 4);
    session.pin = { text, until: at + PIN_LIFETIME_MS, wrong: 0 };
    session.confirmed = false;
    this.#sent.push({ phone: session.customer.phone, pin: text, text: `Код для списания бонусов: ${text}`, at });
  }

  checkPin(session: Session, typed: string): Result<void, Refusal> {
    const { pin } = session;
    if (!pin || pin.until < this.#now()) return refuse('ПИН-код не запрошен или устарел. Запросите новый');
    if (pin.text === typed) {
      session.confirmed = true;
      return ok(undefined);
    }
    pin.wrong += 1;
    if (pin.wrong < MOST_WRONG_PINS) return refuse('Неверный ПИН-код');
    session.pin = null;
    return refuse('ПИН-код введён неверно 3 раза. Запросите новый');
  }
}
