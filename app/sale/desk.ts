import type { Kopecks } from '../domain/money.ts';
import type { Tender } from '../domain/payment.ts';
import { type Problem, problem } from '../domain/problem.ts';
import type { Quantity } from '../domain/quantity.ts';
import { fail } from '../domain/result.ts';
import type { Scan } from '../domain/scan.ts';
import { CodeIntake } from './code-intake.ts';
import { LoyaltySteps } from './loyalty-steps.ts';
import type { Catalogue, Clock, ComposeSlip, Ids, LoyaltyGateway, SaleJournal, SlipQueue } from './ports.ts';
import { ReceiptWriter } from './receipt-writer.ts';
import { type DeskState, DONE, type Done, type Tone, Workspace } from './workspace.ts';

export type DeskPorts = {
  readonly loyalty: LoyaltyGateway;
  readonly journal: SaleJournal;
  readonly goods: Catalogue;
  readonly slips: SlipQueue;
  readonly composeSlip: ComposeSlip;
  readonly clock: Clock;
  readonly ids: Ids;
};

export type DeskSettings = {
  readonly cashier: string;
  /** Name of a line that is only a typed sum. */
  readonly typedAmountName: string;
};

/** The use cases of one till: all that a cashier can do. Every state is in the journal before it is shown. */
export class Desk {
  readonly #workspace: Workspace;
  readonly #intake: CodeIntake;
  readonly #loyalty: LoyaltySteps;
  readonly #writer: ReceiptWriter;
  readonly #ports: DeskPorts;

  /** Takes up the receipt that was on the desk when the program last stopped. `changed` is called after every change. */
  constructor(ports: DeskPorts, settings: DeskSettings, changed: () => void) {
    this.#ports = ports;
    this.#workspace = new Workspace(ports.journal, ports.ids, { changed, free: () => this.#intake.takeWaiting() });
    this.#loyalty = new LoyaltySteps(this.#workspace, ports.loyalty);
    this.#intake = new CodeIntake(
      this.#workspace,
      ports.goods,
      (key) => this.#loyalty.identify(key),
      settings.typedAmountName,
    );
    this.#writer = new ReceiptWriter(this.#workspace, ports, settings.cashier);
  }

  get state(): DeskState {
    return this.#workspace.state;
  }

  /** Looks into a write that was cut off when the program stopped. */
  start(): Promise<void> {
    return this.#writer.takeUp();
  }

  /** A code from a scanner. Never refused: what cannot be taken now waits. */
  scanned(scan: Scan): void {
    this.#intake.scanned(scan);
  }

  /** What the cashier typed into the universal field. */
  entered(text: string): Done {
    return this.#intake.entered(text);
  }

  answer(question: number, option: number): Done {
    return this.#intake.answer(question, option);
  }

  dismissQuestion(question: number): Done {
    return this.#intake.dismissQuestion(question);
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

  /** Has the loyalty service calculate the receipt with `redemption` bonuses taken off. */
  calculate(redemption: Kopecks): Promise<Done> {
    return this.#loyalty.calculate(redemption);
  }

  askPin(): Promise<Done> {
    return this.#loyalty.askPin();
  }

  checkPin(pin: string): Promise<Done> {
    return this.#loyalty.checkPin(pin);
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
    const blank = sale.lines.length === 0 && sale.customer === null;
    if (sale.stage.at === 'open' && !blank) this.#ports.journal.discard(sale);
    this.#workspace.putNewSale();
    this.#intake.takeWaiting();
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
}
