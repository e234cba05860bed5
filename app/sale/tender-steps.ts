import { type Kopecks, least } from '../domain/money.ts';
import { problem } from '../domain/problem.ts';
import { fail } from '../domain/result.ts';
import type { LoyaltySteps } from './loyalty-steps.ts';
import type { LoyaltyGateway } from './ports.ts';
import { due } from './sale.ts';
import { serviceProblem } from './service-problem.ts';
import { DONE, type Done, type Workspace } from './workspace.ts';

/**
 * Gift certificates and promo codes (MaxBonus integrator's manual, scenarios 3 and 5): what a customer hands over beside
 * bonuses and money. Both work for an anonymous customer too.
 */
export class TenderSteps {
  readonly #workspace: Workspace;
  readonly #loyalty: LoyaltyGateway;
  readonly #calculation: LoyaltySteps;

  constructor(workspace: Workspace, loyalty: LoyaltyGateway, calculation: LoyaltySteps) {
    this.#workspace = workspace;
    this.#loyalty = loyalty;
    this.#calculation = calculation;
  }

  /** Looks a certificate up and shows what is on it. */
  async lookUp(code: string, pin: string): Promise<Done> {
    const { sale, busy } = this.#workspace;
    if (busy) return fail(problem('busy'));
    if (sale.stage.at !== 'open') return fail(problem('sale-not-open'));
    if (sale.certificates.some((one) => one.code === code)) return fail(problem('certificate-already-added'));
    return this.#workspace.whileBusy('looking-up', async () => {
      const answer = await this.#loyalty.certificate(code, pin);
      if (answer.ok && answer.value) {
        this.#workspace.showCertificate(answer.value);
        return DONE;
      }
      if (answer.ok) return fail(problem('certificate-not-payable'));
      const unknown = answer.error.kind === 'refused' && answer.error.reason === 'not-found';
      return fail(unknown ? problem('certificate-not-found') : serviceProblem(answer.error));
    });
  }

  /** Pays with the certificate that was looked up: at most what is on it and what is left to pay. */
  async addCertificate(wanted: Kopecks): Promise<Done> {
    const { certificate, busy } = this.#workspace.state;
    if (busy) return fail(problem('busy'));
    if (!certificate) return fail(problem('certificate-not-found'));
    const { sale } = this.#workspace;
    if (sale.lines.length === 0) return fail(problem('sale-empty'));
    const allowed = least(certificate.balance, due(sale));
    const amount = least(wanted, allowed);
    const added = this.#workspace.apply({ kind: 'certificate-added', certificate: { ...certificate, amount } });
    if (!added.ok) return added;
    this.#workspace.showCertificate(null);
    await this.#recalculate();
    if (amount < wanted) this.#workspace.notify('warning', problem('certificate-clamped', { wanted, allowed }));
    return DONE;
  }

  dismissCertificate(): Done {
    this.#workspace.showCertificate(null);
    return DONE;
  }

  /** By its place on the receipt, so that the whole code need not be shown anywhere. */
  removeCertificate(place: number): Done {
    const code = this.#workspace.sale.certificates[place]?.code;
    return code === undefined ? DONE : this.#workspace.apply({ kind: 'certificate-removed', code });
  }

  /** Takes a coupon, promo or gift code; whether it counts is the calculation's answer. */
  async enterPromo(code: string): Promise<Done> {
    if (this.#workspace.busy) return fail(problem('busy'));
    const entered = this.#workspace.apply({ kind: 'promo-entered', code });
    if (entered.ok) await this.#recalculate();
    return entered;
  }

  removePromo(): Done {
    return this.#workspace.apply({ kind: 'promo-removed' });
  }

  #recalculate(): Promise<void> {
    return this.#workspace.whileBusy('calculating', () => this.#calculation.recalculate());
  }
}
