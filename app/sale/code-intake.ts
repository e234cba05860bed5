import type { Kopecks } from '../domain/money.ts';
import { problem } from '../domain/problem.ts';
import { type Product, TYPED_AMOUNT_CODE } from '../domain/product.ts';
import { ONE } from '../domain/quantity.ts';
import { fail } from '../domain/result.ts';
import type { Scan } from '../domain/scan.ts';
import type { Catalogue, CustomerKey } from './ports.ts';
import { type Reading, readingsOfScan, readingsOfTyping } from './readings.ts';
import { DONE, type Done, type Workspace } from './workspace.ts';

/**
 * Codes that come in, scanned or typed, and what becomes of them. A scan is never refused: what the desk cannot take now
 * — a receipt is being written, a question stands — waits its turn.
 */
export class CodeIntake {
  readonly #workspace: Workspace;
  readonly #goods: Catalogue;
  readonly #identify: (key: CustomerKey) => Done;
  readonly #typedAmountName: string;
  /** Oldest first. */
  readonly #waiting: Scan[] = [];

  constructor(
    workspace: Workspace,
    goods: Catalogue,
    identify: (key: CustomerKey) => Done,
    /** Name of a line that is only a typed sum. */
    typedAmountName: string,
  ) {
    this.#workspace = workspace;
    this.#goods = goods;
    this.#identify = identify;
    this.#typedAmountName = typedAmountName;
  }

  scanned(scan: Scan): void {
    this.#waiting.push(scan);
    this.takeWaiting();
  }

  /** Takes the scans that waited, as far as the desk is free for them. */
  takeWaiting(): void {
    for (let next = this.#waiting[0]; next && this.#canTake(next); next = this.#waiting[0]) {
      this.#waiting.shift();
      this.#openReceipt();
      const done = this.#act(next.text, readingsOfScan(next.text, this.#goods));
      if (!done.ok) this.#workspace.notify('warning', done.error);
    }
  }

  entered(text: string): Done {
    if (!this.#openReceipt()) return fail(problem('sale-not-open'));
    return this.#act(text, readingsOfTyping(text, this.#goods));
  }

  answer(question: number, option: number): Done {
    const chosen = this.#workspace.settleQuestion(question)?.options[option];
    const done = chosen ? this.#follow(chosen) : fail(problem('bad-request'));
    this.takeWaiting();
    return done;
  }

  dismissQuestion(question: number): Done {
    this.#workspace.settleQuestion(question);
    this.takeWaiting();
    return DONE;
  }

  /** Goods may join a receipt while the service is asked about it; a customer's code waits until the service is free. */
  #canTake(scan: Scan): boolean {
    const { question, busy, sale } = this.#workspace.state;
    if (question || sale.stage.at === 'writing' || sale.stage.at === 'in-doubt') return false;
    return !busy || readingsOfScan(scan.text, this.#goods).every((reading) => reading.kind === 'product');
  }

  /** A written receipt gives way to a new one as soon as something is entered. False when the receipt takes nothing now. */
  #openReceipt(): boolean {
    if (this.#workspace.sale.stage.at === 'written') this.#workspace.putNewSale();
    return this.#workspace.sale.stage.at === 'open';
  }

  #act(text: string, readings: readonly Reading[]): Done {
    const [only, second] = readings;
    if (!only) return fail(problem('product-not-found', { text }));
    if (!second) return this.#follow(only);
    this.#workspace.ask(text, readings);
    return DONE;
  }

  #follow(reading: Reading): Done {
    switch (reading.kind) {
      case 'product':
        return this.#add(reading.product);
      case 'amount':
        return this.#add(this.#typedAmount(reading.amount));
      case 'customer-phone':
        return this.#identify({ phone: reading.phone });
      case 'customer-code':
        return this.#identify({ code: reading.code });
    }
  }

  #add(product: Product): Done {
    return this.#workspace.apply({ kind: 'line-added', product, quantity: ONE });
  }

  #typedAmount(price: Kopecks): Product {
    return { code: TYPED_AMOUNT_CODE, barcode: null, name: this.#typedAmountName, price, weighed: false };
  }
}
