import { ok, type Result } from '../../domain/result.ts';
import { HEX, randomText } from '../random.ts';
import type { TrainingCustomer } from './model.ts';
import { Pin, type PinMeans } from './pin.ts';
import { type Refusal, refuse } from './refusal.ts';

/** A customer at a till, from one authorisation on. */
export type Session = {
  readonly token: string;
  readonly customer: TrainingCustomer;
  readonly pin: Pin;
  /** The customer agreed to a write-off. */
  confirmed: boolean;
};

/** Authorised customers, and the PINs by which they agree to a write-off. */
export class Sessions {
  readonly #means: PinMeans;
  readonly #byToken = new Map<string, Session>();

  constructor(means: PinMeans) {
    this.#means = means;
  }

  /** Every authorisation has a token of its own. */
  open(customer: TrainingCustomer): Session {
    const token = randomText(this.#means.random, HEX, 40);
    const session: Session = { token, customer, pin: new Pin(this.#means), confirmed: false };
    this.#byToken.set(token, session);
    return session;
  }

  find(token: string): Session | undefined {
    return this.#byToken.get(token);
  }

  /** Sends a new PIN; an earlier one and its confirmation are void. */
  askPin(session: Session): Result<void, Refusal> {
    const { phone } = session.customer;
    if (phone === '') return refuse('У покупателя не указан телефон');
    session.pin.send(phone, 'Код для списания бонусов');
    session.confirmed = false;
    return ok(undefined);
  }

  checkPin(session: Session, typed: string): Result<void, Refusal> {
    const checked = session.pin.check(typed);
    if (checked.ok) session.confirmed = true;
    return checked;
  }
}
