import { ok, type Result } from '../../domain/result.ts';
import { HEX, randomText } from '../random.ts';
import { Pin, type PinMeans } from './pin.ts';
import { type Refusal, refuse } from './refusal.ts';

type Registration = { readonly ticket: string; readonly pin: Pin };

/** Phones that were sent a PIN to register with (MaxBonus integrator's manual, scenario 1.А). */
export class Registrations {
  readonly #means: PinMeans;
  readonly #byPhone = new Map<string, Registration>();

  constructor(means: PinMeans) {
    this.#means = means;
  }

  /** Sends a PIN and hands out the ticket to confirm with; an earlier request of the phone is void. */
  request(phone: string): string {
    const registration = { ticket: randomText(this.#means.random, HEX, 24), pin: new Pin(this.#means) };
    this.#byPhone.set(phone, registration);
    sendPin(phone, registration);
    return registration.ticket;
  }

  repeatPin(phone: string, ticket: string | undefined): Result<void, Refusal> {
    const registration = this.#find(phone, ticket);
    if (!registration) return NOT_REQUESTED;
    sendPin(phone, registration);
    return ok(undefined);
  }

  /** Checks the PIN; a request is confirmed once. */
  confirm(phone: string, ticket: string | undefined, pin: string): Result<void, Refusal> {
    const registration = this.#find(phone, ticket);
    if (!registration) return NOT_REQUESTED;
    const checked = registration.pin.check(pin);
    if (checked.ok) this.#byPhone.delete(phone);
    return checked;
  }

  /** A till need not name the ticket, but must not name another. */
  #find(phone: string, ticket: string | undefined): Registration | undefined {
    const registration = this.#byPhone.get(phone);
    return ticket === undefined || ticket === registration?.ticket ? registration : undefined;
  }
}

const NOT_REQUESTED = refuse('Запрос регистрации не найден. Запросите ПИН-код');

function sendPin(phone: string, { pin }: Registration): void {
  pin.send(phone, 'Код для регистрации');
}
