import type { Kopecks } from '../domain/money.ts';
import type { Tender } from '../domain/payment.ts';
import { type Problem, problem } from '../domain/problem.ts';
import type { Quantity } from '../domain/quantity.ts';
import { fail } from '../domain/result.ts';
import type { Scan } from '../domain/scan.ts';
import { CodeIntake } from './code-intake.ts';
import { LoyaltySteps } from './loyalty-steps.ts';
import type {
  Catalogue,
  Clock,
  Ids,
  LoyaltyGateway,
  ReturnJournal,
  SaleJournal,
  SlipComposer,
  SlipQueue,
} from './ports.ts';
import { type CodeMasks, CodeReader } from './readings.ts';
import { ReceiptWriter } from './receipt-writer.ts';
import { RegistrationSteps } from './registration-steps.ts';
import { ReturnSteps } from './return-steps.ts';
import { TenderSteps } from './tender-steps.ts';
import { type DeskState, DONE, type Done, type Tone, Workspace } from './workspace.ts';

export type DeskPorts = {
  readonly loyalty: LoyaltyGateway;
  readonly journal: SaleJournal;
  readonly returns: ReturnJournal;
  readonly goods: Catalogue;
  readonly slips: SlipQueue;
  readonly compose: SlipComposer;
  readonly clock: Clock;
  readonly ids: Ids;
};

export type DeskSettings = {
  readonly cashier: string;
  readonly codes: CodeMasks;
  /** Names of lines that are only a sum. */
  readonly names: { readonly typedAmount: string; readonly markup: string };
};

/** The use cases of one till: all that a cashier can do. Every state is in the journal before it is shown. */
export class Desk {
  /** Certificates and promo codes. */
  readonly tender: TenderSteps;
  readonly registration: RegistrationSteps;
  readonly returns: ReturnSteps;
  /** Who the customer is, what the receipt comes to, the PIN. */
  readonly loyalty: LoyaltySteps;
  /** Codes scanned and typed. */
  readonly codes: CodeIntake;
  readonly #workspace: Workspace;
  readonly #writer: ReceiptWriter;
  readonly #ports: DeskPorts;

  /** Takes up the receipt that was on the desk when the program last stopped. `changed` is called after every change. */
  constructor(ports: DeskPorts, settings: DeskSettings, changed: () => void) {
    this.#ports = ports;
    const workspace = new Workspace(ports.journal, ports.ids, { changed, free: () => this.codes.takeWaiting() });
    this.#workspace = workspace;
    this.loyalty = new LoyaltySteps(workspace, ports.loyalty);
    this.tender = new TenderSteps(workspace, ports.loyalty, this.loyalty);
    this.registration = new RegistrationSteps(workspace, ports, this.loyalty);
    this.returns = new ReturnSteps(workspace, ports, settings.cashier);
    this.#writer = new ReceiptWriter(workspace, ports, settings.cashier);
    const uses = {
      identify: this.loyalty.identify.bind(this.loyalty),
      lookUpCertificate: (code: string) => this.#begin(this.tender.lookUp(code, '')),
      enterPromo: (code: string) => this.#begin(this.tender.enterPromo(code)),
    };
    this.codes = new CodeIntake(workspace, new CodeReader(ports.goods, settings.codes), uses, settings.names);
  }

  get state(): DeskState {
    return this.#workspace.state;
  }

  /** Looks into a write and a return that were cut off when the program stopped. */
  async start(): Promise<void> {
    await this.#writer.takeUp();
    await this.returns.takeUp();
  }

  /** A code from a scanner. Never refused: what cannot be taken now waits. */
  scanned(scan: Scan): void {
    this.codes.scanned(scan);
  }

  setQuantity(index: number, quantity: Quantity): Done {
    return this.#workspace.apply({ kind: 'quantity-changed', index, quantity });
  }

  removeLine(index: number): Done {
    return this.#workspace.apply({ kind: 'line-removed', index });
  }

  removeCustomer(): Done {
    return this.#workspace.apply({ kind: 'customer-removed' });
  }

  /** Pays the receipt and writes it; `seen` is the sum the cashier took money for. */
  pay(seen: Kopecks, tender: Tender): Promise<Done> {
    return this.#writer.pay(seen, tender);
  }

  resolve(): Promise<Done> {
    return this.#writer.resolve();
  }

  /** Puts a new receipt on the desk: after a written one, or in place of an open one, which is cancelled. */
  newSale(): Done {
    const { sale, busy } = this.#workspace;
    if (busy) return fail(problem('busy'));
    if (sale.stage.at === 'writing' || sale.stage.at === 'in-doubt') return fail(problem('sale-not-open'));
    // Also one that was emptied again stands in the journal.
    if (sale.stage.at === 'open') this.#ports.journal.discard(sale);
    this.#workspace.putNewSale();
    this.codes.takeWaiting();
    return DONE;
  }

  /** Prints the slip of the receipt just written once more, marked as a copy. */
  reprint(): Done {
    const { sale } = this.#workspace;
    const queued = sale.stage.at === 'written' && this.#ports.slips.reprint(sale.id);
    return queued ? DONE : fail(problem('nothing-to-print'));
  }

  /** Tells the cashier of something outside the sale, such as a device. */
  notify(tone: Tone, told: Problem): void {
    this.#workspace.notify(tone, told);
  }

  dismissNotice(id: number): Done {
    this.#workspace.dismissNotice(id);
    return DONE;
  }

  /** For work that a scan began: nobody waits for its answer, so a refusal becomes a notice. */
  #begin(work: Promise<Done>): Done {
    void work.then((done) => {
      if (!done.ok) this.#workspace.notify('warning', done.error);
    });
    return DONE;
  }
}
