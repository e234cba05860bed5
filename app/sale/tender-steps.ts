import { promoSpellings } from '../domain/codes/promo.ts';
import { type Kopecks, least } from '../domain/money.ts';
import { problem } from '../domain/problem.ts';
import { fail } from '../domain/result.ts';
import { type LoyaltyRules, says } from './loyalty-rules.ts';
import type { LoyaltySteps } from './loyalty-steps.ts';
import type { LoyaltyGateway } from './ports.ts';
import { due, type SaleEvent } from './sale.ts';
import { serviceProblem, type Unallowed, unallowed } from './service-problem.ts';
import { DONE, type Done, isOffline, type Workspace } from './workspace.ts';

/**
 * Gift certificates and promo codes (MaxBonus integrator's manual, scenarios 3 and 5): what a customer hands over beside
 * bonuses and money. Both work for an anonymous customer too; without the service neither stays on the receipt.
 */
export class TenderSteps {
  readonly #workspace: Workspace;
  readonly #loyalty: LoyaltyGateway;
  readonly #calculation: LoyaltySteps;
  readonly #rules: LoyaltyRules;

  constructor(workspace: Workspace, loyalty: LoyaltyGateway, calculation: LoyaltySteps, rules: LoyaltyRules) {
    this.#workspace = workspace;
    this.#loyalty = loyalty;
    this.#calculation = calculation;
    this.#rules = rules;
  }

  /** Looks up a certificate that was scanned. One that wants its PIN, or another one, is kept until it is typed. */
  async lookUpScanned(code: string, pin: string): Promise<Done> {
    const done = await this.lookUp(code, pin);
    if (done.ok) return done;
    const why = done.error.code;
    if (why !== 'certificate-pin-needed' && why !== 'certificate-pin-wrong') return done;
    this.#workspace.showLockedCertificate({ code, why });
    return DONE;
  }

  /** Looks up the scanned certificate that waits for its PIN. */
  async unlock(pin: string): Promise<Done> {
    const { lockedCertificate } = this.#workspace.state;
    if (!lockedCertificate) return fail(problem('certificate-not-found'));
    const done = await this.lookUp(lockedCertificate.code, pin);
    if (!done.ok) this.#workspace.showLockedCertificate(lockedCertificate);
    return done;
  }

  /** Looks a certificate up and shows what is on it. */
  async lookUp(code: string, pin: string): Promise<Done> {
    const { sale, busy } = this.#workspace;
    if (busy) return fail(problem('busy'));
    if (sale.stage.at !== 'open') return fail(problem('sale-not-open'));
    if (sale.certificates.some((one) => one.code === code)) return fail(problem('certificate-already-added'));
    const wasOffline = isOffline(this.#workspace.state);
    return this.#workspace.whileBusy('looking-up', async () => {
      const answer = await this.#loyalty.certificate(code, pin);
      if (answer.ok && answer.value) {
        this.#workspace.showCertificate(answer.value);
        return DONE;
      }
      if (answer.ok) return fail(problem('certificate-not-payable'));
      if (wasOffline && isOffline(this.#workspace.state)) {
        return fail(unallowed('offline-no-certificate', this.#workspace.state.loyalty));
      }
      if (answer.error.kind !== 'refused') return fail(serviceProblem(answer.error));
      const { reason, message } = answer.error;
      if (reason === 'not-found') return fail(problem('certificate-not-found'));
      if (!says(message, this.#rules.certificatePin)) return fail(serviceProblem(answer.error));
      return fail(pin === '' ? problem('certificate-pin-needed') : problem('certificate-pin-wrong', { message }));
    });
  }

  /** Pays with the certificate that was looked up: at most what is on it and what is left to pay. */
  async addCertificate(wanted: Kopecks): Promise<Done> {
    const { certificate, busy } = this.#workspace.state;
    if (busy) return fail(problem('busy'));
    if (!certificate) return fail(problem('certificate-not-found'));
    const { sale } = this.#workspace;
    if (sale.lines.length === 0) return fail(problem('sale-empty'));
    const most = least(certificate.balance, due(sale));
    const amount = least(wanted, most);
    const added = this.#workspace.apply({ kind: 'certificate-added', certificate: { ...certificate, amount } });
    if (!added.ok) return added;
    this.#workspace.showCertificate(null);
    const allowed = await this.#allowed('offline-no-certificate', {
      kind: 'certificate-removed',
      code: certificate.code,
    });
    if (!allowed.ok) this.#workspace.showCertificate(certificate);
    if (!allowed.ok) return allowed;
    if (amount < wanted) this.#workspace.notify('warning', problem('certificate-clamped', { wanted, allowed: most }));
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

  /**
   * Takes a coupon, promo or gift code; whether it counts, and in which spelling, is the calculation's answer. One that is
   * refused leaves the receipt as it was.
   */
  async enterPromo(text: string, scanned = false): Promise<Done> {
    const { sale, busy } = this.#workspace;
    if (busy) return fail(problem('busy'));
    const [code = text, ...others] = promoSpellings(text, this.#rules.promoCase, scanned);
    if (sale.promo === code && sale.calculation) return DONE;
    const before: SaleEvent =
      sale.promo === null ? { kind: 'promo-removed' } : { kind: 'promo-entered', code: sale.promo };
    return this.#workspace.whileBusy('calculating', async () => {
      const entered = this.#workspace.apply({ kind: 'promo-entered', code });
      if (!entered.ok) return entered;
      const refusal = await this.#calculation.recalculateWithPromo(others, sale.promo);
      if (isOffline(this.#workspace.state)) return this.#undone('offline-no-promo', before);
      return refusal ? fail(refusal) : DONE;
    });
  }

  removePromo(): Done {
    return this.#workspace.apply({ kind: 'promo-removed' });
  }

  /** Has the service reckon with what was just put on the receipt; while it is down that comes off again by `undo`. */
  #allowed(refusal: Unallowed, undo: SaleEvent): Promise<Done> {
    return this.#workspace.whileBusy('calculating', async () => {
      await this.#calculation.recalculate();
      return isOffline(this.#workspace.state) ? this.#undone(refusal, undo) : DONE;
    });
  }

  #undone(refusal: Unallowed, undo: SaleEvent): Done {
    const undone = this.#workspace.apply(undo);
    return undone.ok ? fail(unallowed(refusal, this.#workspace.state.loyalty)) : undone;
  }
}
