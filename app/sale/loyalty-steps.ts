import type { Calculation } from '../domain/calculation.ts';
import { certificatesTotal } from '../domain/certificate.ts';
import type { Kopecks } from '../domain/money.ts';
import { type Problem, problem } from '../domain/problem.ts';
import { fail } from '../domain/result.ts';
import type { CalculationRequest, CustomerKey, LoyaltyGateway, ServiceFailure } from './ports.ts';
import type { Sale } from './sale.ts';
import { serviceProblem } from './service-problem.ts';
import { DONE, type Done, isOffline, type Workspace } from './workspace.ts';

/**
 * The steps before paying at which the loyalty service is asked: who the customer is, what the receipt comes to, whether the
 * customer agrees to the write-off (MaxBonus integrator's manual, «Общая логика работы с лояльностью»).
 */
export class LoyaltySteps {
  readonly #workspace: Workspace;
  readonly #loyalty: LoyaltyGateway;

  constructor(workspace: Workspace, loyalty: LoyaltyGateway) {
    this.#workspace = workspace;
    this.#loyalty = loyalty;
  }

  /** Looks the customer up in the background; the receipt is calculated at once, to show what may be taken off. */
  identify(key: CustomerKey): Done {
    if (this.#workspace.busy) return fail(problem('busy'));
    void this.#workspace.whileBusy('identifying', async () => {
      const receipt = this.#workspace.sale.id;
      const answer = await this.#loyalty.identify(key);
      if (this.#workspace.sale.id !== receipt) return;
      if (!answer.ok) return this.#tell(answer.error, 'customer-not-found');
      this.#workspace.record({ kind: 'customer-identified', customer: answer.value });
      await this.recalculate();
    });
    return DONE;
  }

  /** Calculates what changed, as part of a step that keeps the desk busy already. An empty receipt needs none. */
  async recalculate(): Promise<void> {
    if (this.#workspace.sale.lines.length > 0) await this.#askForCalculation();
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
      return undone.ok ? fail(problem('offline-no-redemption')) : undone;
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
   * Calculates the receipt as it stands. With certificates the receipt is calculated without them first: what is left to pay
   * is the most that they may pay.
   */
  async #askForCalculation(): Promise<boolean> {
    const { certificates, redemption } = this.#workspace.sale;
    let told: Problem | null = null;
    if (certificates.length > 0) {
      const without = await this.#ask([]);
      if (!without) return false;
      const wanted = certificatesTotal(certificates);
      if (wanted > without.due) {
        this.#workspace.record({ kind: 'certificates-limited', most: without.due });
        told = problem('certificate-clamped', { wanted, allowed: without.due });
      }
    }
    const calculation = await this.#ask(this.#workspace.sale.certificates);
    if (!calculation) return false;
    this.#workspace.record({ kind: 'calculated', calculation });
    if (calculation.promo?.accepted === false) {
      told = problem('promo-not-accepted', { message: calculation.promo.message });
    }
    if (told) this.#workspace.notify('warning', told);
    this.#tellIfClamped(redemption);
    return true;
  }

  #tellIfClamped(wanted: Kopecks): void {
    const allowed = this.#workspace.sale.redemption;
    if (allowed < wanted) this.#workspace.notify('warning', problem('redemption-clamped', { wanted, allowed }));
  }

  /** `null` when there is no answer, or one for a receipt that changed meanwhile; the cashier is told. */
  async #ask(certificates: Sale['certificates']): Promise<Calculation | null> {
    const asked = this.#workspace.sale;
    const answer = await this.#loyalty.calculate({ ...calculationRequest(asked), certificates });
    if (!sameReceipt(asked, this.#workspace.sale)) {
      this.#workspace.notify('info', problem('calculation-outdated'));
      return null;
    }
    if (answer.ok) return answer.value;
    this.#tell(answer.error);
    return null;
  }

  /** Has an SMS with a PIN sent to the customer. */
  async askPin(): Promise<Done> {
    const { sale, busy } = this.#workspace;
    if (busy) return fail(problem('busy'));
    const token = sale.customer?.token;
    if (!token) return fail(problem('no-customer'));
    return this.#workspace.whileBusy('asking-pin', async () => {
      const answer = await this.#loyalty.askPin(token);
      return answer.ok ? this.#workspace.apply({ kind: 'pin-asked' }) : fail(serviceProblem(answer.error));
    });
  }

  /** Checks the PIN that the customer reads out; the write-off as chosen is then confirmed. */
  async checkPin(pin: string): Promise<Done> {
    const { sale, busy } = this.#workspace;
    if (busy) return fail(problem('busy'));
    const token = sale.customer?.token;
    if (!token) return fail(problem('no-customer'));
    if (!sale.pin.asked) return fail(problem('pin-not-asked'));
    return this.#workspace.whileBusy('checking-pin', async () => {
      const answer = await this.#loyalty.checkPin(token, pin);
      if (answer.ok) return this.#workspace.apply({ kind: 'pin-confirmed' });
      return answer.error.kind === 'refused'
        ? fail(problem('pin-wrong', { message: answer.error.message }))
        : fail(serviceProblem(answer.error));
    });
  }

  /** Sends the customer an SMS with a link to the shop's chat bot. */
  async sendChatBot(): Promise<Done> {
    const { sale, busy } = this.#workspace;
    if (busy) return fail(problem('busy'));
    const token = sale.customer?.token;
    if (!token) return fail(problem('no-customer'));
    return this.#workspace.whileBusy('sending-chat-bot', async () => {
      const answer = await this.#loyalty.sendChatBot(token);
      if (!answer.ok) return fail(serviceProblem(answer.error));
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
