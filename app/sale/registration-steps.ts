import type { Customer } from '../domain/customer.ts';
import type { Phone } from '../domain/phone.ts';
import { parsePhone } from '../domain/phone-reader.ts';
import { problem } from '../domain/problem.ts';
import type { Questionnaire } from '../domain/questionnaire.ts';
import { fail } from '../domain/result.ts';
import { type LoyaltyRules, says } from './loyalty-rules.ts';
import type { LoyaltySteps } from './loyalty-steps.ts';
import type { Clock, LoyaltyGateway, ServiceFailure, SlipComposer, SlipQueue } from './ports.ts';
import { tellReplaced } from './replaced-customer.ts';
import { serviceProblem } from './service-problem.ts';
import type { SmsPause } from './sms-pause.ts';
import { stored } from './stored.ts';
import { DONE, type Done, type Workspace } from './workspace.ts';

type RegistrationPorts = {
  readonly loyalty: LoyaltyGateway;
  readonly slips: SlipQueue;
  readonly compose: SlipComposer;
  readonly clock: Clock;
  readonly sms: SmsPause;
};

/** Nobody who shops is older, in years. */
const OLDEST = 120;

/**
 * A new customer (MaxBonus integrator's manual, scenario 1.А): the phone gets a PIN by SMS, the PIN and the questionnaire make
 * a customer, who is then on the receipt.
 */
export class RegistrationSteps {
  readonly #workspace: Workspace;
  readonly #ports: RegistrationPorts;
  readonly #calculation: LoyaltySteps;
  readonly #rules: LoyaltyRules;

  constructor(workspace: Workspace, ports: RegistrationPorts, calculation: LoyaltySteps, rules: LoyaltyRules) {
    this.#workspace = workspace;
    this.#ports = ports;
    this.#calculation = calculation;
    this.#rules = rules;
  }

  /** Has the PIN sent. Who is registered already is identified instead, and the cashier is told. */
  async request(typed: string): Promise<Done> {
    if (this.#workspace.busy) return fail(problem('busy'));
    if (this.#workspace.sale.stage.at !== 'open') return fail(problem('sale-not-open'));
    const phone = parsePhone(typed, this.#rules.phoneCountry);
    if (!phone) return fail(problem('phone-not-understood'));
    const allowed = this.#ports.sms.allows(pinTo(phone));
    if (!allowed.ok) return allowed;
    return this.#workspace.whileBusy('registering', async () => {
      const answer = await this.#ports.loyalty.requestRegistration(phone);
      if (answer.ok) {
        this.#workspace.showRegistration({ phone, ticket: answer.value, sms: this.#ports.sms.sent(pinTo(phone)) });
        return DONE;
      }
      return isKnown(answer.error) ? this.#identify(phone) : fail(serviceProblem(answer.error));
    });
  }

  /** Who is registered already, perhaps by an attempt whose answer was lost, is simply the customer. */
  async #identify(phone: Phone): Promise<Done> {
    const answer = await this.#ports.loyalty.identify({ phone });
    if (!answer.ok) return fail(problem('already-registered'));
    return this.#putOnReceipt(answer.value, 'already-registered');
  }

  /** Where the disk does not take it the registration stands, to be confirmed again. */
  async #putOnReceipt(customer: Customer, told: 'registered' | 'already-registered'): Promise<Done> {
    const before = this.#workspace.sale;
    const put = this.#workspace.apply({ kind: 'customer-identified', customer });
    if (!put.ok) return put;
    tellReplaced(this.#workspace, before, customer);
    this.#workspace.showRegistration(null);
    await this.#calculation.recalculate();
    this.#workspace.notify('info', problem(told));
    return DONE;
  }

  async repeatPin(): Promise<Done> {
    const { registration, busy } = this.#workspace.state;
    if (busy) return fail(problem('busy'));
    if (!registration) return fail(problem('registration-not-asked'));
    const to = pinTo(registration.phone);
    const allowed = this.#ports.sms.allows(to);
    if (!allowed.ok) return allowed;
    return this.#workspace.whileBusy('registering', async () => {
      const answer = await this.#ports.loyalty.repeatRegistrationPin(registration.phone, registration.ticket);
      if (!answer.ok) return fail(serviceProblem(answer.error));
      this.#workspace.showRegistration({ ...registration, sms: this.#ports.sms.sent(to) });
      return DONE;
    });
  }

  /** Registers the customer by PIN and questionnaire, puts them on the receipt and prints the slip of welcome. */
  async confirm(pin: string, questionnaire: Questionnaire): Promise<Done> {
    const { registration, busy } = this.#workspace.state;
    if (busy) return fail(problem('busy'));
    if (!registration) return fail(problem('registration-not-asked'));
    const now = this.#ports.clock.now();
    if (!isPossibleBirthday(questionnaire.birthday, now)) return fail(problem('birthday-out-of-range'));
    return this.#workspace.whileBusy('registering', async () => {
      const answer = await this.#ports.loyalty.register(registration.phone, registration.ticket, pin, questionnaire);
      if (!answer.ok) {
        const { error } = answer;
        if (isKnown(error)) return this.#identify(registration.phone);
        if (error.kind !== 'refused') return fail(serviceProblem(error));
        const { message } = error;
        if (!says(message, this.#rules.pinExpired)) return fail(problem('pin-wrong', { message }));
        this.#ports.sms.useless(pinTo(registration.phone));
        this.#workspace.showRegistration({ ...registration, sms: { ...registration.sms, againAt: 0 } });
        return fail(problem('pin-expired', { message }));
      }
      const { slips, compose } = this.#ports;
      const welcomed = stored(() => slips.print(compose.registration(answer.value, now), 'registration'));
      const put = await this.#putOnReceipt(answer.value, 'registered');
      if (put.ok && !welcomed.ok) this.#workspace.notify('error', welcomed.error);
      return put;
    });
  }

  /** Forgets the phone that was typed. */
  cancel(): Done {
    this.#workspace.showRegistration(null);
    return DONE;
  }
}

function pinTo(phone: Phone): string {
  return `registration ${phone}`;
}

function isKnown(failure: ServiceFailure): boolean {
  return failure.kind === 'refused' && failure.reason === 'duplicate';
}

function isPossibleBirthday(birthday: string | null, now: number): boolean {
  if (birthday === null) return true;
  const born = Date.parse(birthday);
  const oldest = new Date(now);
  oldest.setUTCFullYear(oldest.getUTCFullYear() - OLDEST);
  return born <= now && born >= oldest.getTime();
}
