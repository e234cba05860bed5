import type { Calculation } from '../domain/calculation.ts';
import { certificatesTotal } from '../domain/certificate.ts';
import type { Customer } from '../domain/customer.ts';
import { type Kopecks, kopecks } from '../domain/money.ts';
import { type Problem, problem } from '../domain/problem.ts';
import type { ReceiptId } from '../domain/receipt.ts';
import { fail, type Result } from '../domain/result.ts';
import { type LoyaltyRules, says } from './loyalty-rules.ts';
import type { CalculationRequest, CustomerKey, LoyaltyGateway, ServiceFailure } from './ports.ts';
import { tellReplaced } from './replaced-customer.ts';
import type { Sale } from './sale.ts';
import { isOutage, isUnreadable, serviceProblem, unallowed } from './service-problem.ts';
import type { SmsPause } from './sms-pause.ts';
import { DONE, type Done, isOffline, type Workspace } from './workspace.ts';

/**
 * The steps before paying at which the loyalty service is asked: who the customer is, what the receipt comes to, whether the
 * customer agrees to the write-off (MaxBonus integrator's manual, «Общая логика работы с лояльностью»).
 */
export class LoyaltySteps {
  readonly #workspace: Workspace;
  readonly #loyalty: LoyaltyGateway;
  readonly #sms: SmsPause;
  readonly #rules: LoyaltyRules;
  #tried: TriedPromo | null = null;

  constructor(workspace: Workspace, loyalty: LoyaltyGateway, sms: SmsPause, rules: LoyaltyRules) {
    this.#workspace = workspace;
    this.#loyalty = loyalty;
    this.#sms = sms;
    this.#rules = rules;
  }

  /** Looks the customer up in the background; the receipt is calculated at once, to show what may be taken off. */
  identify(key: CustomerKey): Done {
    if (this.#workspace.busy) return fail(problem('busy'));
    void this.#workspace.whileBusy('identifying', async () => {
      const receipt = this.#workspace.sale.id;
      const answer = await this.#loyalty.identify(key);
      const before = this.#workspace.sale;
      if (before.id !== receipt) return;
      if (!answer.ok) return this.#tell(answer.error, 'customer-not-found');
      this.#workspace.record({ kind: 'customer-identified', customer: answer.value });
      if (this.#workspace.sale.customer === answer.value) tellReplaced(this.#workspace, before, answer.value);
      await this.recalculate();
    });
    return DONE;
  }

  /** Calculates what changed, as part of a step that keeps the desk busy already. An empty or unchanged receipt needs none. */
  async recalculate(): Promise<void> {
    const { lines, calculation } = this.#workspace.sale;
    if (lines.length > 0 && !calculation) await this.#askForCalculation();
  }

  /**
   * Calculates with a promo code just put on the receipt, in other `spellings` where the service does not take it, at last with
   * what stood there `before`. Gives why the code was refused; `null` when it was not.
   */
  async recalculateWithPromo(spellings: readonly string[], before: string | null): Promise<Problem | null> {
    this.#tried = { on: this.#workspace.sale.id, spellings, before, message: null };
    let refusal: Problem | null = null;
    const tell = (told: Problem) => {
      if (told.code === 'promo-not-accepted') refusal = told;
      else this.#workspace.notify('warning', told);
    };
    const { lines, calculation } = this.#workspace.sale;
    if (lines.length > 0 && !calculation) await this.#askForCalculation(tell);
    return refusal;
  }

  /**
   * Has the service calculate the receipt with `redemption` bonuses taken off. A sum above what it allows is clamped, and the
   * cashier is told; more than before is taken off only by a service that answers.
   */
  async calculate(redemption: Kopecks): Promise<Done> {
    const { sale, busy } = this.#workspace;
    if (busy) return fail(problem('busy'));
    if (sale.lines.length === 0) return fail(problem('sale-empty'));
    if (redemption > 0 && !sale.customer) return fail(problem('no-customer'));
    return this.#workspace.whileBusy('calculating', async () => {
      const done = await this.#calculate(redemption);
      if (!done.ok || redemption <= sale.redemption || !isOffline(this.#workspace.state)) return done;
      const undone = this.#workspace.apply({ kind: 'redemption-chosen', amount: sale.redemption });
      return undone.ok ? fail(unallowed('offline-no-redemption', this.#workspace.state.loyalty)) : undone;
    });
  }

  async #calculate(redemption: Kopecks): Promise<Done> {
    // A sum chosen before anything was calculated: what is allowed has to be asked for first.
    const limitUnknown = redemption > 0 && this.#workspace.sale.redemptionLimit === null;
    if (limitUnknown && !(await this.#askForCalculation())) return DONE;
    const chosen = this.#workspace.apply({ kind: 'redemption-chosen', amount: redemption });
    if (!chosen.ok) return chosen;
    if (!this.#workspace.sale.calculation && !(await this.#askForCalculation())) return DONE;
    this.#tellIfClamped(redemption);
    return DONE;
  }

  /**
   * Calculates the receipt as it stands, certificates and all. Where they pay more than is due they give way, and it is calculated
   * once more. Nothing is asked twice.
   */
  async #askForCalculation(tell = (told: Problem): void => this.#workspace.notify('warning', told)): Promise<boolean> {
    const { certificates, redemption } = this.#workspace.sale;
    const first = await this.#ask(certificates);
    const most = await this.#mostByCertificates(first);
    const wanted = certificatesTotal(certificates);
    const isTooMuch = most !== null && wanted > most.sum;
    if (isTooMuch) this.#workspace.record({ kind: 'certificates-limited', most: most.sum });
    const answer = isTooMuch ? await this.#askLimited(most.without) : first;
    if (!answer?.ok) return this.#notCalculated(answer);
    const calculation = answer.value;
    if (calculation.promo?.accepted === false) return this.#withoutPromo(calculation.promo.message, tell);
    this.#workspace.record({ kind: 'calculated', calculation });
    if (this.#workspace.state.refusal?.code !== 'write-refused') this.#workspace.showRefusal(null);
    if (calculation.promo) this.#tried = null;
    if (isTooMuch) tell(problem('certificate-clamped', { wanted, allowed: most.sum }));
    this.#tellIfClamped(redemption);
    return true;
  }

  /**
   * The service does not take the promo code: its next spelling is asked about, or it goes, and is told of once. What stays on
   * the receipt would be refused anew with every calculation.
   */
  async #withoutPromo(message: string, tell: (told: Problem) => void): Promise<boolean> {
    const tried = this.#tried?.on === this.#workspace.sale.id ? this.#tried : null;
    const said = tried?.message ?? message;
    const [next, ...spellings] = tried?.spellings ?? [];
    this.#tried = tried && next !== undefined ? { ...tried, spellings, message: said } : null;
    const code = next ?? tried?.before ?? null;
    this.#workspace.record(code === null ? { kind: 'promo-removed' } : { kind: 'promo-entered', code });
    const calculated = await this.#askForCalculation(tell);
    if (next === undefined) tell(problem('promo-not-accepted', { message: said }));
    return calculated;
  }

  /**
   * The most that certificates may pay, by the service's sums. Where it refuses them, they may be too much or wrong in another way:
   * the receipt is calculated without them to know. `null` where there are none or no sums.
   */
  async #mostByCertificates(answer: Asked): Promise<{ readonly sum: Kopecks; readonly without: Asked } | null> {
    if (!answer || this.#workspace.sale.certificates.length === 0) return null;
    if (answer.ok) {
      const { total, discount, redeemed } = answer.value;
      return { sum: kopecks(Math.max(0, total - discount - redeemed)), without: null };
    }
    if (answer.error.kind !== 'refused' && !isUnreadable(answer.error)) return null;
    const without = await this.#ask([]);
    return without?.ok ? { sum: without.value.due, without } : null;
  }

  /** With what is left of the certificates; where none is, what was answered without them will do. */
  async #askLimited(without: Asked): Promise<Asked> {
    const { certificates } = this.#workspace.sale;
    return (certificates.length === 0 && without) || this.#ask(certificates);
  }

  /** A service that answers and will not calculate the receipt must not keep the shop from selling it. */
  #notCalculated(answer: Asked): false {
    if (answer && !answer.ok) {
      this.#tell(answer.error);
      this.#workspace.showRefusal(isOutage(answer.error) ? null : serviceProblem(answer.error));
    }
    return false;
  }

  #tellIfClamped(wanted: Kopecks): void {
    const allowed = this.#workspace.sale.redemption;
    if (allowed < wanted) this.#workspace.notify('warning', problem('redemption-clamped', { wanted, allowed }));
  }

  /** `null` for an answer to a receipt that changed meanwhile; the cashier is told. */
  async #ask(certificates: Sale['certificates']): Promise<Asked> {
    const asked = this.#workspace.sale;
    const answer = await this.#loyalty.calculate({ ...calculationRequest(asked), certificates });
    if (sameReceipt(asked, this.#workspace.sale)) return answer;
    this.#workspace.notify('info', problem('calculation-outdated'));
    return null;
  }

  /** Has an SMS with a PIN sent to the customer. */
  async askPin(): Promise<Done> {
    const { sale, busy } = this.#workspace;
    if (busy) return fail(problem('busy'));
    const { customer } = sale;
    if (!customer) return fail(problem('no-customer'));
    const allowed = this.#sms.allows(pinTo(customer));
    if (!allowed.ok) return allowed;
    return this.#workspace.whileBusy('asking-pin', async () => {
      const answer = await this.#loyalty.askPin(customer.token);
      if (!answer.ok) return fail(serviceProblem(answer.error));
      this.#workspace.showPinSms(this.#sms.sent(pinTo(customer)));
      return this.#workspace.apply({ kind: 'pin-asked' });
    });
  }

  /** Checks the PIN that the customer reads out; the write-off as chosen is then confirmed. */
  async checkPin(pin: string): Promise<Done> {
    const { sale, busy } = this.#workspace;
    if (busy) return fail(problem('busy'));
    const { customer } = sale;
    if (!customer) return fail(problem('no-customer'));
    if (!sale.pin.asked) return fail(problem('pin-not-asked'));
    return this.#workspace.whileBusy('checking-pin', async () => {
      const answer = await this.#loyalty.checkPin(customer.token, pin);
      if (answer.ok) return this.#workspace.apply({ kind: 'pin-confirmed' });
      if (answer.error.kind !== 'refused') return fail(serviceProblem(answer.error));
      const { message } = answer.error;
      if (!says(message, this.#rules.pinExpired)) return fail(problem('pin-wrong', { message }));
      this.#sms.useless(pinTo(customer));
      const { pinSms } = this.#workspace.state;
      if (pinSms) this.#workspace.showPinSms({ ...pinSms, againAt: 0 });
      return fail(problem('pin-expired', { message }));
    });
  }

  /** Sends the customer an SMS with a link to the shop's chat bot. */
  async sendChatBot(): Promise<Done> {
    const { sale, busy } = this.#workspace;
    if (busy) return fail(problem('busy'));
    const { customer } = sale;
    if (!customer) return fail(problem('no-customer'));
    const to = `chat bot ${personOf(customer)}`;
    const allowed = this.#sms.allows(to);
    if (!allowed.ok) return allowed;
    return this.#workspace.whileBusy('sending-chat-bot', async () => {
      const answer = await this.#loyalty.sendChatBot(customer.token);
      if (!answer.ok) return fail(serviceProblem(answer.error));
      this.#sms.sent(to);
      this.#workspace.notify('info', problem('chat-bot-sent'));
      return DONE;
    });
  }

  #tell(failure: ServiceFailure, whenNotFound?: 'customer-not-found'): void {
    if (whenNotFound && failure.kind === 'refused' && failure.reason === 'not-found') {
      this.#workspace.notify('warning', problem(whenNotFound));
    } else {
      this.#workspace.notify('error', serviceProblem(failure));
    }
  }
}

type Asked = Result<Calculation, ServiceFailure> | null;

/** A promo code that was entered: how else it may be spelled, and what stood there before; `message`: of the first refusal. */
type TriedPromo = {
  readonly on: ReceiptId;
  readonly spellings: readonly string[];
  readonly before: string | null;
  readonly message: string | null;
};

/** The same person found anew has another token. */
function personOf({ name, phoneEnding }: Customer): string {
  return `${name} ${phoneEnding}`;
}

function pinTo(customer: Customer): string {
  return `PIN ${personOf(customer)}`;
}

/** What the service is asked about a sale, for a calculation as for the write. */
export function calculationRequest(sale: Sale): CalculationRequest {
  return {
    customerToken: sale.customer?.token ?? null,
    lines: sale.lines,
    redemption: sale.redemption,
    certificates: sale.certificates.map(({ code, pin, amount }) => ({ code, pin, amount })),
    promo: sale.promo,
  };
}

function sameReceipt(asked: Sale, now: Sale): boolean {
  return (
    asked.id === now.id &&
    asked.lines === now.lines &&
    asked.customer === now.customer &&
    asked.redemption === now.redemption &&
    asked.certificates === now.certificates &&
    asked.promo === now.promo
  );
}
