import { type Problem, problem } from '../domain/problem.ts';
import type { Line, ReceiptId } from '../domain/receipt.ts';
import {
  canReturn,
  isWholeReceipt,
  type Refund,
  type ReturnedLine,
  refund,
  type WrittenReceipt,
} from '../domain/receipt-return.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import type { Delivery, Outbox } from './outbox/outbox.ts';
import type { Clock, Ids, PendingReturn, ReturnJournal } from './ports.ts';
import { stored } from './stored.ts';
import { DONE, type Done, type Workspace } from './workspace.ts';

type ReturnPorts = { readonly returns: ReturnJournal; readonly clock: Clock; readonly ids: Ids };

/** Written receipts shown to choose from. */
const MOST_FOUND = 50;

/**
 * Goods given back, for a whole receipt or lines of it. As with the write, the intent is durable before the request leaves,
 * and the outbox sees to it that the service is told.
 */
export class ReturnSteps {
  readonly #workspace: Workspace;
  readonly #outbox: Outbox;
  readonly #ports: ReturnPorts;
  readonly #cashier: string;

  constructor(workspace: Workspace, outbox: Outbox, ports: ReturnPorts, cashier: string) {
    this.#workspace = workspace;
    this.#outbox = outbox;
    this.#ports = ports;
    this.#cashier = cashier;
  }

  find(text: string): readonly WrittenReceipt[] {
    return this.#ports.returns.find(text, MOST_FOUND);
  }

  /** What the customer would get back. */
  preview(id: ReceiptId, lines: readonly ReturnedLine[]): Result<Refund, Problem> {
    const receipt = this.#ports.returns.receipt(id);
    if (!receipt) return fail(problem('receipt-not-found'));
    return canReturn(receipt, lines) ? ok(refund(receipt, lines)) : fail(problem('return-more-than-sold'));
  }

  async write(id: ReceiptId, lines: readonly ReturnedLine[]): Promise<Done> {
    if (this.#workspace.busy) return fail(problem('busy'));
    const receipt = this.#ports.returns.receipt(id);
    if (!receipt) return fail(problem('receipt-not-found'));
    if (!canReturn(receipt, lines)) return fail(problem('return-more-than-sold'));
    const before = this.#outbox.firstOf(id);
    if (before)
      return fail(before.state === 'dead' ? problem('return-blocked', { number: receipt.number }) : problem('busy'));
    const pending = this.#pending(receipt, lines);
    const intended = stored(() => this.#ports.returns.intend(pending));
    if (!intended.ok) return intended;
    this.#outbox.changed();
    return this.#workspace.whileBusy('returning', async () => {
      const delivery = await this.#outbox.deliverFirst(intended.value);
      return this.#told(delivery, pending, intended.value, receipt.number);
    });
  }

  /** What the cashier is told of a return that is done. */
  written({ request, refund }: PendingReturn): Problem {
    const number = this.#ports.returns.receipt(request.receiptId)?.number ?? 0;
    return problem('return-written', { number, ...refund });
  }

  #told(delivery: Delivery, pending: PendingReturn, entry: number, number: number): Done {
    switch (delivery.kind) {
      case 'done':
        this.#workspace.notify('info', this.written(pending));
        return DONE;
      case 'given-up':
      case 'dead':
        return fail(delivery.problem);
      case 'waits': {
        if (delivery.inDoubt) return fail(problem('return-outcome-unknown', { number }));
        // Surely nothing happened: the goods stay sold.
        const refused = stored(() => this.#ports.returns.refuse(pending, entry));
        this.#outbox.changed();
        return fail(refused.ok ? delivery.problem : refused.error);
      }
    }
  }

  #pending(receipt: WrittenReceipt, lines: readonly ReturnedLine[]): PendingReturn {
    const chosen = new Map(lines.map((line) => [line.index, line.quantity]));
    const given: readonly Line[] = receipt.lines.flatMap((line) => {
      const quantity = chosen.get(line.index);
      return quantity === undefined ? [] : [{ ...line, quantity }];
    });
    return {
      request: {
        id: this.#ports.ids.next(),
        receiptId: receipt.id,
        at: this.#ports.clock.now(),
        cashier: this.#cashier,
        lines: isWholeReceipt(receipt, lines) ? [] : given,
      },
      given,
      refund: refund(receipt, lines),
    };
  }
}
