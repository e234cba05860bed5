import { ZERO } from '../domain/money.ts';
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
import type {
  Clock,
  Ids,
  LoyaltyGateway,
  PendingReturn,
  ReturnJournal,
  ReturnOutcome,
  SlipComposer,
  SlipQueue,
} from './ports.ts';
import { sent, serviceProblem } from './service-problem.ts';
import { DONE, type Done, type Workspace } from './workspace.ts';

type ReturnPorts = {
  readonly loyalty: LoyaltyGateway;
  readonly returns: ReturnJournal;
  readonly slips: SlipQueue;
  readonly compose: SlipComposer;
  readonly clock: Clock;
  readonly ids: Ids;
};

/** Written receipts shown to choose from. */
const MOST_FOUND = 50;
/** How long a return in doubt waits before it is sent again: doubling from the first to the longest, ms. */
const AGAIN_MS = { first: 2_000, longest: 60_000 };

/**
 * Goods given back, for a whole receipt or lines of it. As with the write, the intent is durable before the request leaves.
 * The return carries an id of its own: sent again after a lost answer it is told from a second return.
 */
export class ReturnSteps {
  readonly #workspace: Workspace;
  readonly #ports: ReturnPorts;
  readonly #cashier: string;
  #againMs = AGAIN_MS.first;

  constructor(workspace: Workspace, ports: ReturnPorts, cashier: string) {
    this.#workspace = workspace;
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
    if (this.#workspace.busy || this.#workspace.state.returnInDoubt !== null) return fail(problem('busy'));
    const receipt = this.#ports.returns.receipt(id);
    if (!receipt) return fail(problem('receipt-not-found'));
    if (!canReturn(receipt, lines)) return fail(problem('return-more-than-sold'));
    const pending = this.#pending(receipt, lines);
    const intended = this.#stored(() => this.#ports.returns.intend(pending));
    if (!intended.ok) return intended;
    return this.#workspace.whileBusy('returning', () => this.#send(pending, receipt.number));
  }

  /** At start, and from time to time while the outcome of a return is open: sends it again. */
  async takeUp(): Promise<void> {
    const pending = this.#ports.returns.open();
    if (!pending) return;
    const number = this.#ports.returns.receipt(pending.request.receiptId)?.number ?? 0;
    this.#workspace.showReturnInDoubt(number);
    if (this.#workspace.busy) return this.#again();
    await this.#workspace.whileBusy('returning', async () => {
      const done = await this.#send(pending, number);
      if (!done.ok) this.#workspace.notify('error', done.error);
    });
  }

  async #send(pending: PendingReturn, number: number): Promise<Done> {
    const answer = await sent(() => this.#ports.loyalty.returnReceipt(pending.request));
    const repeated = !answer.ok && answer.error.kind === 'refused' && answer.error.reason === 'duplicate';
    if (answer.ok || repeated) {
      // A repeated return was counted the first time; what the service made of it then is known only from the refund.
      const outcome = answer.ok ? answer.value : { ...NOTHING, restored: pending.refund.bonuses };
      return this.#conclude(pending, outcome, number);
    }
    const { error } = answer;
    if (error.kind === 'refused') {
      this.#refuse(pending);
      return fail(problem('return-refused', { message: error.message }));
    }
    // Once in doubt, that the service cannot be reached now says nothing of the first attempt.
    if (error.kind === 'lost' || this.#workspace.state.returnInDoubt !== null) {
      this.#workspace.showReturnInDoubt(number);
      this.#again();
      return fail(problem('return-outcome-unknown', { number }));
    }
    this.#refuse(pending);
    return fail(serviceProblem(error));
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

  /** Where the disk does not take the outcome the intent still stands, and the return is sent again as one in doubt. */
  #conclude(pending: PendingReturn, outcome: ReturnOutcome, number: number): Done {
    const { returns, compose, slips } = this.#ports;
    const concluded = this.#stored(() => {
      const receipt = returns.receipt(pending.request.receiptId);
      if (receipt) returns.conclude(pending, outcome, compose.receiptReturn(receipt, pending, outcome));
    });
    if (!concluded.ok) {
      this.#workspace.showReturnInDoubt(number);
      this.#again();
      return concluded;
    }
    this.#settled();
    slips.wake();
    this.#workspace.notify('info', problem('return-written', { number, ...pending.refund }));
    return DONE;
  }

  #stored(store: () => void): Done {
    try {
      store();
      return DONE;
    } catch (error) {
      return fail(problem('journal-failed', { reason: error instanceof Error ? error.message : String(error) }));
    }
  }

  #refuse(pending: PendingReturn): void {
    // A refusal that cannot be stored is asked for again and refused again.
    if (this.#stored(() => this.#ports.returns.refuse(pending)).ok) this.#settled();
    else this.#again();
  }

  #settled(): void {
    this.#againMs = AGAIN_MS.first;
    this.#workspace.showReturnInDoubt(null);
  }

  #again(): void {
    this.#ports.clock.after(this.#againMs, () => void this.takeUp());
    this.#againMs = Math.min(this.#againMs * 2, AGAIN_MS.longest);
  }
}

const NOTHING: ReturnOutcome = { restored: ZERO, withdrawn: ZERO, balance: null, text: [] };
