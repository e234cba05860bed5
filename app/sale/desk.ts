import type { CodeRules } from '../domain/codes/recognise.ts';
import type { Kopecks } from '../domain/money.ts';
import { type Tender, total } from '../domain/payment.ts';
import { type Problem, problem } from '../domain/problem.ts';
import type { Quantity } from '../domain/quantity.ts';
import type { ReceiptId } from '../domain/receipt.ts';
import { fail } from '../domain/result.ts';
import type { Scan } from '../domain/scan.ts';
import type { BenefitSettings } from './benefits/benefit-state.ts';
import { type BenefitPorts, type Benefits, openBenefits } from './benefits/benefits.ts';
import { watchedBenefits } from './benefits/forwarded-benefits.ts';
import type { BenefitFailure, BenefitGateway } from './benefits/ports.ts';
import { CodeIntake, type SumRules } from './code-intake.ts';
import { askForgottenPins } from './forgotten-pins.ts';
import { HeldReceipts } from './held-receipts.ts';
import type { LoyaltyRules } from './loyalty-rules.ts';
import { LoyaltySteps } from './loyalty-steps.ts';
import { ConfirmationCourier, RefusalCourier } from './outbox/benefit-courier.ts';
import type { OutboxEntry, OutboxStore } from './outbox/entry.ts';
import { type Delivery, Outbox } from './outbox/outbox.ts';
import { OutboxSteps } from './outbox/outbox-steps.ts';
import { ReturnCourier, type ReturnPolicy } from './outbox/return-courier.ts';
import { RollbackCourier } from './outbox/rollback-courier.ts';
import { WriteCourier } from './outbox/write-courier.ts';
import type {
  Catalogue,
  Clock,
  Ids,
  JournalGate,
  LoyaltyGateway,
  ReturnJournal,
  SaleJournal,
  ServiceFailure,
  ShiftJournal,
  SlipComposer,
  SlipQueue,
} from './ports.ts';
import { CodeReader } from './readings.ts';
import { type OfflinePolicy, ReceiptWriter, type Taken } from './receipt-writer.ts';
import { RegistrationSteps } from './registration-steps.ts';
import { ReturnSteps } from './return-steps.ts';
import { moneyTaken } from './sale.ts';
import { ShiftSteps } from './shift-steps.ts';
import { printCopy } from './slip-copy.ts';
import { SmsPause } from './sms-pause.ts';
import { stored } from './stored.ts';
import { TenderSteps } from './tender-steps.ts';
import { UndoSteps } from './undo-steps.ts';
import { watched } from './watched-loyalty.ts';
import { type DeskState, DONE, type Done, type Tone, Workspace } from './workspace.ts';

export type DeskPorts = BenefitPorts & {
  readonly loyalty: LoyaltyGateway;
  readonly journal: SaleJournal;
  readonly gate: JournalGate;
  readonly returns: ReturnJournal;
  readonly shifts: ShiftJournal;
  readonly outbox: OutboxStore;
  readonly goods: Catalogue;
  readonly slips: SlipQueue;
  readonly compose: SlipComposer;
  readonly clock: Clock;
  readonly ids: Ids;
  /** 0 ≤ number < 1. */
  readonly random: () => number;
};

export type DeskListeners = {
  /** The state is another one. */
  changed(): void;
  /** A request to the loyalty service was answered; `null`: it did its part. */
  loyaltyAnswered(failure: ServiceFailure | null): void;
  /** Something threw that should not; work goes on. */
  failed(error: unknown): void;
  /** The same of the ЕЦС. */
  benefitsAnswered(failure: BenefitFailure | null): void;
};

export type DeskSettings = {
  readonly cashier: string;
  readonly offline: OfflinePolicy;
  readonly returns: ReturnPolicy;
  readonly codes: CodeRules;
  readonly loyalty: LoyaltyRules;
  /** `null` where the till has no ЕЦС. */
  readonly benefits: BenefitSettings | null;
  readonly sums: SumRules;
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
  readonly held: HeldReceipts;
  readonly undo: UndoSteps;
  readonly shifts: ShiftSteps;
  /** What the services have yet to be told, as people see it. */
  readonly pending: OutboxSteps;
  /** Benefits of the ЕЦС; `null` where the till has none. */
  readonly benefits: Benefits | null;
  readonly #workspace: Workspace;
  readonly #outbox: Outbox;
  readonly #writer: ReceiptWriter;
  readonly #ports: DeskPorts;
  readonly #listeners: DeskListeners;
  #benefitsDown = false;

  /** Takes up the receipt that was on the desk when the program last stopped. */
  constructor(given: DeskPorts, settings: DeskSettings, listeners: DeskListeners) {
    const ports = {
      ...given,
      loyalty: watched(given.loyalty, given.gate, (failure) => this.#answered(failure, { hastens: true })),
      benefits: this.#watched(given, { hastens: true }),
    };
    // What the outbox itself is answered must not hasten the outbox: two entries in doubt would do so in turn, without a pause.
    const couriered = {
      ...ports,
      loyalty: watched(given.loyalty, given.gate, (failure) => this.#answered(failure, { hastens: false })),
      benefits: this.#watched(given, { hastens: false }),
    };
    this.#ports = ports;
    this.#listeners = listeners;
    const workspace = new Workspace(ports.journal, ports.ids, {
      changed: listeners.changed,
      free: () => this.codes.takeWaiting(),
    });
    this.#workspace = workspace;
    this.#outbox = new Outbox(
      ports,
      {
        'receipt-write': new WriteCourier(workspace, couriered),
        'receipt-rollback': new RollbackCourier({ ...couriered, drop: ports.outbox.drop }),
        'receipt-return': new ReturnCourier(couriered, settings.returns),
        'benefit-confirmation': new ConfirmationCourier(couriered),
        'benefit-refusal': new RefusalCourier({ ...couriered, drop: ports.outbox.drop }),
      },
      {
        changed: () => this.#showOutbox(),
        failed: listeners.failed,
        delivered: (entry, delivery) => this.#delivered(entry, delivery),
      },
    );
    const sms = new SmsPause(ports.clock, settings.loyalty.smsPauseMs);
    this.loyalty = new LoyaltySteps(workspace, ports.loyalty, sms, settings.loyalty);
    this.tender = new TenderSteps(workspace, ports.loyalty, this.loyalty, settings.loyalty);
    this.registration = new RegistrationSteps(workspace, { ...ports, sms }, this.loyalty, settings.loyalty);
    this.returns = new ReturnSteps(workspace, this.#outbox, ports, settings.cashier);
    this.#writer = new ReceiptWriter(workspace, this.#outbox, ports, settings.cashier, settings.offline);
    this.undo = new UndoSteps(workspace, this.loyalty);
    this.held = new HeldReceipts(workspace, ports.journal, () => this.#askForgottenPins());
    this.shifts = new ShiftSteps(workspace, ports);
    this.pending = new OutboxSteps(workspace, this.#outbox, ports);
    this.benefits = openBenefits(workspace, this.#outbox, ports, settings.benefits);
    const uses = {
      identify: this.loyalty.identify.bind(this.loyalty),
      lookUpCertificate: (code: string, pin: string) => this.#begin(this.tender.lookUpScanned(code, pin)),
      removeCustomer: () => this.undo.removeCustomer(),
      enterPromo: (code: string) => this.#begin(this.tender.enterPromo(code, true)),
      tryPromo: (text: string) => this.tender.enterPromo(text),
      readBenefitCard: (text: string) => this.benefits?.steps.scanned(text) ?? fail(problem('benefit-not-set')),
    };
    const reader = new CodeReader(ports.goods, settings.codes, settings.sums.largest);
    this.codes = new CodeIntake(workspace, ports.gate, reader, uses, settings.sums);
    this.#showOutbox();
  }

  get state(): DeskState {
    return this.#workspace.state;
  }

  /** Looks into a write that was cut off when the program stopped, then into all that waits. */
  async start(): Promise<void> {
    this.#askForgottenPins();
    await this.#writer.takeUp();
    this.#hasten();
    this.#outbox.wake();
  }

  /** What kept the services from being asked is gone: what waits is tried now. */
  mayAskAgain(): void {
    const { loyalty } = this.#workspace.state;
    if (loyalty !== null && loyalty !== 'ok' && loyalty.kind === 'token-missing') this.#workspace.showLoyalty(null);
    this.#hasten();
  }

  /** Begins nothing more. */
  stop(): void {
    this.#outbox.stop();
  }

  /** A code from a scanner. Never refused: what cannot be taken now waits. */
  scanned(scan: Scan): void {
    this.codes.scanned(scan);
  }

  setQuantity(index: number, quantity: Quantity): Done {
    // What was typed was meant for this line.
    this.codes.arm(null);
    return this.#workspace.apply({ kind: 'quantity-changed', index, quantity });
  }

  removeLine(index: number): Done {
    const removed = this.undo.removeLine(index);
    this.benefits?.steps.refresh();
    return removed;
  }

  #askForgottenPins(): void {
    const told = askForgottenPins(this.#workspace);
    if (told) this.warn(told);
  }

  removeCustomer(): Done {
    return this.undo.removeCustomer();
  }

  /** Pays the receipt and writes it; `seen` is the sum the cashier took money for. `taken`: the payment is accepted. */
  pay(seen: Kopecks, tender: Tender, taken: (payment: Taken) => void = () => {}): Promise<Done> {
    return this.#writer.pay(seen, tender, taken);
  }

  /** A person decides to sell the receipt without the loyalty service, which would not have it. */
  waiveLoyalty(): Done {
    return this.#writer.waive();
  }

  resolve(): Promise<Done> {
    return this.#writer.resolve();
  }

  /** Puts the receipt in doubt off the desk, for the outbox to go on with. */
  park(): Done {
    return this.#writer.park();
  }

  /** Cancels the receipt in doubt. */
  abandon(): Done {
    return this.#writer.abandon();
  }

  /**
   * Puts a new receipt on the desk: after a written one, or in place of an open one, which is cancelled. Money that was taken for
   * that one goes back to the customer.
   */
  newSale(): Done {
    const { sale, busy } = this.#workspace;
    if (busy) return fail(problem('busy'));
    if (sale.stage.at === 'writing' || sale.stage.at === 'in-doubt') return fail(problem('sale-not-open'));
    // Also one that was emptied again stands in the journal.
    const discarded = sale.stage.at === 'open' ? stored(() => this.#ports.journal.discard(sale)) : DONE;
    if (!discarded.ok) return discarded;
    this.#workspace.putNewSale();
    const back = moneyTaken(sale);
    if (sale.stage.at === 'open' && total(back) > 0) {
      this.#workspace.notify('warning', problem('receipt-cancelled', { number: sale.number, ...back }));
    }
    this.benefits?.steps.refresh();
    this.codes.takeWaiting();
    return DONE;
  }

  /** Prints the slip of the receipt just written once more, marked as a copy. */
  reprint(): Done {
    const { sale } = this.#workspace;
    const paid = sale.stage.at === 'written' || sale.stage.at === 'queued';
    return paid ? this.reprintOf(sale.id) : fail(problem('nothing-to-print'));
  }

  /** The same of any receipt. */
  reprintOf(receipt: ReceiptId): Done {
    return printCopy(receipt, this.#ports);
  }

  /** Tells the cashier of something outside the sale, such as a device. */
  notify(tone: Tone, told: Problem): void {
    this.#workspace.notify(tone, told);
  }

  dismissNotice(id: number): Done {
    this.#workspace.dismissNotice(id);
    return DONE;
  }

  /** Keeps what people have to know beside the receipt until they say that they do. */
  warn(told: Problem): void {
    this.#workspace.warn(told, this.#ports.clock.now());
  }

  acknowledgeWarnings(): Done {
    this.#workspace.acknowledgeWarnings();
    return DONE;
  }

  /** The strip that tells of the receipt before is done with. */
  forgetLastPaid(): Done {
    this.#workspace.forgetLastPaid();
    return DONE;
  }

  #answered(failure: ServiceFailure | null, { hastens }: { readonly hastens: boolean }): void {
    const { loyalty } = this.#workspace.state;
    this.#listeners.loyaltyAnswered(failure);
    if (failure || loyalty !== 'ok') this.#workspace.showLoyalty(failure ?? 'ok');
    if (!failure && hastens && loyalty !== 'ok' && loyalty !== null) this.#hasten();
  }

  #watched({ benefits, gate }: DeskPorts, { hastens }: { readonly hastens: boolean }): BenefitGateway | null {
    if (!benefits) return null;
    return watchedBenefits(benefits, gate, (failure) => {
      this.#listeners.benefitsAnswered(failure);
      if (!failure && hastens && this.#benefitsDown) this.#hasten();
      this.#benefitsDown = failure !== null;
    });
  }

  /** What the cashier is told of what goes on behind their back: all of the receipt on the desk, of others what needs a person. */
  #delivered(entry: OutboxEntry, delivery: Delivery): void {
    if (entry.kind === 'receipt-write') this.#writer.followed(delivery, entry.id, entry.request.receiptId);
    else if (delivery.kind === 'dead') this.#workspace.notify('error', delivery.problem);
    else if (delivery.kind === 'done' && entry.kind === 'receipt-return') {
      this.#workspace.notify('info', this.returns.written(entry.request));
    }
  }

  /** That the disk does not take it now is no reason to lose the answer that brought the news. */
  #hasten(): void {
    const hastened = stored(() => this.#outbox.reachable());
    if (!hastened.ok) this.#workspace.notify('error', hastened.error);
  }

  #showOutbox(): void {
    const taken = this.#taken;
    const { benefits } = this.#workspace.state;
    if (taken > 0 || benefits?.cases.some(({ stage }) => stage === 'confirming')) this.benefits?.steps.refresh();
    // With a receipt that was paid its benefits came into the outbox, and their slips to the printer.
    if (this.#taken !== taken) {
      this.#ports.slips.wake();
      this.#outbox.changed();
      this.#outbox.wake();
      return;
    }
    // The first receipt or return of a day opens its shift.
    this.shifts.show();
    this.#workspace.showOutbox(this.pending.summary());
  }

  /** Benefits that go with a receipt which is not paid yet. */
  get #taken(): number {
    return this.#workspace.state.benefits?.cases.filter(({ stage }) => stage === 'taken').length ?? 0;
  }

  /** For work that a scan began: nobody waits for its answer, so a refusal becomes a notice. */
  #begin(work: Promise<Done>): Done {
    void work.then((done) => {
      if (!done.ok) this.#workspace.notify('warning', done.error);
    });
    return DONE;
  }
}
