import { splitAim } from '../domain/codes/aim.ts';
import type { Expectation } from '../domain/codes/expectation.ts';
import { type Kopecks, toDecimal } from '../domain/money.ts';
import { type Problem, problem } from '../domain/problem.ts';
import { type Product, TYPED_AMOUNT_CODE } from '../domain/product.ts';
import { ONE, type Quantity } from '../domain/quantity.ts';
import type { ReceiptId } from '../domain/receipt.ts';
import { fail } from '../domain/result.ts';
import type { Scan } from '../domain/scan.ts';
import type { CustomerKey, JournalGate } from './ports.ts';
import type { CodeReader, Reading } from './readings.ts';
import type { Sale } from './sale.ts';
import { DONE, type Done, type Workspace } from './workspace.ts';

/** What is done with codes that are no goods. Each begins at once and goes on by itself. */
export type CodeUses = {
  identify(key: CustomerKey): Done;
  lookUpCertificate(code: string, pin: string): Done;
  /** A code of nobody in particular. */
  removeCustomer(): Done;
  enterPromo(code: string): Done;
  /** The same of a code that was typed, with its outcome. */
  tryPromo(text: string): Promise<Done>;
  readBenefitCard(text: string): Done;
};

/** Lines that are only a sum: what they are called, and the sums that are asked about and that are not taken. */
export type SumRules = {
  readonly names: { readonly typedAmount: string; readonly markup: string };
  readonly confirmAbove: Kopecks;
  readonly largest: Kopecks;
};

/** `notOn`: the receipt that was being paid when it was scanned; it is for the one after that. */
type Waiting = { readonly scan: Scan; readonly notOn: ReceiptId | null; readonly expected: Expectation };

/**
 * Codes that come in, scanned or typed, and what becomes of them. A scan is never refused: what the desk cannot take now
 * — a receipt is being written, a question stands, another program holds the journal — waits its turn.
 */
export class CodeIntake {
  readonly #workspace: Workspace;
  readonly #gate: JournalGate;
  readonly #reader: CodeReader;
  readonly #uses: CodeUses;
  readonly #sums: SumRules;
  /** Oldest first. */
  readonly #waiting: Waiting[] = [];
  #expected: Expectation = 'anything';
  /** What is typed as the PIN of the certificate to come. */
  #pin = '';
  #atBenefits = false;
  #waitsForJournal = false;

  constructor(workspace: Workspace, gate: JournalGate, reader: CodeReader, uses: CodeUses, sums: SumRules) {
    this.#workspace = workspace;
    this.#gate = gate;
    this.#reader = reader;
    this.#uses = uses;
    this.#sums = sums;
  }

  /** What is in front waits for this: until it says otherwise scans are read as nothing else. */
  expect(what: Expectation | 'benefit-card', pin = ''): Done {
    this.#pin = pin;
    this.#atBenefits = what === 'benefit-card';
    this.#expected = what === 'benefit-card' ? 'anything' : what;
    return DONE;
  }

  scanned(scan: Scan): void {
    if (this.#atBenefits) {
      this.#readBenefitCard(scan);
    } else {
      const { id, stage } = this.#workspace.sale;
      const isForNext = stage.at === 'writing' || stage.at === 'in-doubt';
      this.#waiting.push({ scan, notOn: isForNext ? id : null, expected: this.#expected });
      this.takeWaiting();
    }
  }

  /** A benefit is no part of the receipt: its card need not wait for one. */
  #readBenefitCard({ text, aim }: Scan): void {
    const done = this.#uses.readBenefitCard(aim === undefined ? splitAim(text).text : text);
    if (!done.ok) this.#workspace.notify('warning', done.error);
  }

  /** Takes the scans that waited, as far as the desk is free for them. */
  takeWaiting(): void {
    for (let next = this.#nextFor(this.#workspace.sale); next; next = this.#nextFor(this.#workspace.sale)) {
      const { scan, expected } = next;
      if (!this.#canTake(next)) return;
      if (!this.#gate.isFree()) {
        this.#takeWhenFree();
        return;
      }
      this.#waiting.splice(this.#waiting.indexOf(next), 1);
      this.#openReceipt();
      const readings = this.#reader.scanned(scan, expected);
      const done = this.#act(scan.text, readings);
      if (done.ok) this.#workspace.forgetWeightless(shown(scan.text));
      if (!done.ok) this.#refused(scan.text, done.error);
      else if (expected === 'promo') this.#tellOfGoods(readings);
    }
  }

  #takeWhenFree(): void {
    if (this.#waitsForJournal) return;
    this.#waitsForJournal = true;
    void this.#gate.whenFree().then(() => {
      this.#waitsForJournal = false;
      this.takeWaiting();
    });
  }

  /** A scanner sent a part of a code: nobody knows of what. */
  damaged(): void {
    const told = problem('scan-damaged');
    if (this.#openReceipt()) this.#workspace.addUnsold('', told);
    else this.#workspace.notify('warning', told);
  }

  /** The next goods come in this quantity; `null`: as they are. Whatever is scanned or typed for goods uses it up. */
  arm(quantity: Quantity | null): Done {
    if (quantity !== null && !this.#openReceipt()) return fail(problem('sale-not-open'));
    this.#workspace.arm(quantity);
    return DONE;
  }

  /** The cashier has seen which scans were not sold. */
  acknowledgeUnsold(): Done {
    this.#workspace.forgetUnsold();
    return DONE;
  }

  /** Goods that did not get onto the receipt must not be carried away unnoticed; what else was scanned is told of and may pass. */
  #refused(text: string, why: Problem): void {
    if (meansGoods(why)) this.#workspace.addUnsold(shown(text), why);
    else this.#workspace.notify('warning', why);
  }

  /** The next customer's goods wait while a receipt that was refused is open again for its own. */
  #nextFor({ id, stage }: Sale): Waiting | undefined {
    return this.#waiting.find(({ notOn }) => notOn !== id || stage.at === 'written' || stage.at === 'queued');
  }

  entered(text: string): Done {
    if (!this.#openReceipt()) return fail(problem('sale-not-open'));
    const done = this.#act(text, this.#reader.typed(text));
    if (done.ok) this.#workspace.forgetWeightless(shown(text));
    return done;
  }

  /** Goods that were chosen by name. */
  chosen(code: string): Done {
    if (!this.#openReceipt()) return fail(problem('sale-not-open'));
    const goods = this.#reader.article(code);
    return goods ? this.#addGoods(goods) : fail(problem('product-not-found', { text: shown(code) }));
  }

  /** What a person typed where only a customer is meant. */
  customerEntered(text: string): Done {
    return this.#follow(this.#reader.customer(text));
  }

  /** What a person typed, or a scanner into the field, where a promo code is meant; goods are goods all the same. */
  async promoEntered(text: string): Promise<Done> {
    const goods = this.#reader.goods(text);
    if (goods.length === 0) return this.#uses.tryPromo(text);
    if (!this.#openReceipt()) return fail(problem('sale-not-open'));
    const done = this.#act(text, goods);
    if (done.ok) this.#tellOfGoods(goods);
    return done;
  }

  /** Where there are two readings, a person is asked first. */
  #tellOfGoods([reading, another]: readonly Reading[]): void {
    if (reading?.kind === 'product' && !another)
      this.#workspace.notify('warning', problem('product-not-promo', { text: reading.product.name }));
  }

  /** A typed PIN is of one certificate. */
  #lookUpCertificate(code: string): Done {
    const pin = this.#pin;
    this.#pin = '';
    return this.#uses.lookUpCertificate(code, pin);
  }

  /** Adds a sum on top of the receipt, as a line of its own (manual, appendix 1: «наценка»). */
  markUp(amount: Kopecks): Done {
    const { names, largest } = this.#sums;
    if (amount === 0) return fail(problem('amount-out-of-range'));
    if (amount > largest) return fail(problem('amount-too-large', { largest }));
    return this.#addSum(names.markup, amount);
  }

  /** An answer to a question that is settled by now, or one that was not offered, is nothing. */
  answer(question: number, option: number): Done {
    const asked = this.#workspace.state.question?.text ?? '';
    const chosen = this.#workspace.settleQuestion(question, option);
    if (!chosen) return DONE;
    const done = this.#follow(chosen);
    if (!done.ok && chosen.kind === 'product') this.#refused(asked, done.error);
    this.takeWaiting();
    return done;
  }

  dismissQuestion(question: number): Done {
    this.#workspace.dismissQuestion(question);
    // The code it was for is dropped.
    this.#workspace.arm(null);
    this.takeWaiting();
    return DONE;
  }

  /** Goods may join a receipt while the service is asked about it; any other code waits until the service is free. */
  #canTake({ scan, expected }: Waiting): boolean {
    const { question, busy, sale } = this.#workspace.state;
    if (question || sale.stage.at === 'writing' || sale.stage.at === 'in-doubt') return false;
    return !busy || this.#reader.scanned(scan, expected).every(({ kind }) => kind === 'product' || kind === 'unusable');
  }

  /** A receipt that is done with gives way to a new one as soon as something is entered. False when the receipt takes nothing now. */
  #openReceipt(): boolean {
    const { at } = this.#workspace.sale.stage;
    if (at === 'written' || at === 'queued') this.#workspace.putNewSale();
    return this.#workspace.sale.stage.at === 'open';
  }

  #act(text: string, readings: readonly Reading[]): Done {
    const [only, second] = readings;
    if (!only) {
      // The quantity was meant for these goods and for no others.
      this.#workspace.arm(null);
      return fail(problem('product-not-found', { text: shown(text) }));
    }
    if (!second) return this.#follow(only);
    this.#workspace.ask(shown(text), readings);
    return DONE;
  }

  #follow(reading: Reading): Done {
    switch (reading.kind) {
      case 'product':
        return this.#addGoods(reading);
      case 'amount':
        return this.#addSum(this.#sums.names.typedAmount, reading.amount);
      case 'large-sum':
        return this.#add(sumOf(reading.name, reading.amount), this.#disarmed() ?? ONE);
      case 'mistyped':
        return DONE;
      case 'customer-phone':
        return this.#uses.identify({ phone: reading.phone });
      case 'customer-code':
        return this.#uses.identify({ code: reading.code });
      case 'certificate':
        return this.#lookUpCertificate(reading.code);
      case 'promo':
        return this.#uses.enterPromo(reading.code);
      case 'anonymous':
        return this.#uses.removeCustomer();
      case 'unusable':
        if (meansGoods(reading.why)) this.#workspace.arm(null);
        return fail(reading.why);
    }
  }

  #addGoods({ product, quantity, mark, counted, weightless }: Extract<Reading, { kind: 'product' }>): Done {
    const told = this.#disarmed();
    if (weightless) {
      return told === null ? fail(problem('weight-needed', { text: product.name })) : this.#add(product, told, mark);
    }
    const armed = told ?? ONE;
    if (armed === ONE) return this.#add(product, quantity, mark);
    if (mark !== null) return fail(problem('quantity-one-by-one'));
    if (counted) return fail(problem('quantity-in-code'));
    return this.#add(product, armed);
  }

  /** The quantity that was armed, which is used up by this. */
  #disarmed(): Quantity | null {
    const { armed } = this.#workspace.state;
    this.#workspace.arm(null);
    return armed;
  }

  #add(product: Product, quantity: Quantity, mark: string | null = null): Done {
    if (!product.weighed && quantity % ONE !== 0) return fail(problem('whole-pieces-only'));
    return this.#workspace.apply({ kind: 'line-added', product, quantity, ...(mark !== null && { mark }) });
  }

  /** A sum above the usual is said once more before it is taken. */
  #addSum(name: string, amount: Kopecks): Done {
    const armed = this.#workspace.state.armed ?? ONE;
    if ((amount * armed) / ONE <= this.#sums.confirmAbove)
      return this.#add(sumOf(name, amount), this.#disarmed() ?? ONE);
    this.#workspace.ask(toDecimal(amount), [{ kind: 'mistyped' }, { kind: 'large-sum', amount, name }]);
    return DONE;
  }
}

const GOODS_PROBLEMS: ReadonlySet<Problem['code']> = new Set([
  'product-not-found',
  'code-not-understood',
  'scan-damaged',
  'whole-pieces-only',
  'quantity-one-by-one',
  'quantity-in-code',
  'weight-needed',
  'quantity-out-of-range',
  'amount-out-of-range',
  'journal-failed',
  'journal-busy',
]);

/** True when goods were meant that are not on the receipt now. */
function meansGoods({ code, params }: Problem): boolean {
  return GOODS_PROBLEMS.has(code) || (code === 'code-not-used-here' && params?.['kind'] === 'excise-mark');
}

/** A line that is only a sum. */
function sumOf(name: string, price: Kopecks): Product {
  return { code: TYPED_AMOUNT_CODE, barcode: null, name, price, weighed: false };
}

const LONGEST_SHOWN = 40;

/** A code as it is shown to a person: without control characters, and no longer than a line. */
function shown(text: string): string {
  const plain = text.replace(/\p{Cc}+/gu, ' ').trim();
  return plain.length > LONGEST_SHOWN ? `${plain.slice(0, LONGEST_SHOWN)}…` : plain;
}
