import { problem } from '../domain/problem.ts';
import { fail } from '../domain/result.ts';
import type { LoyaltySteps } from './loyalty-steps.ts';
import { tellReplaced } from './replaced-customer.ts';
import { DONE, type Done, type Workspace } from './workspace.ts';

/** What a press or a scan by mistake took off the receipt can be put back as it was, until the receipt is paid. */
export class UndoSteps {
  readonly #workspace: Workspace;
  readonly #calculation: LoyaltySteps;

  constructor(workspace: Workspace, calculation: LoyaltySteps) {
    this.#workspace = workspace;
    this.#calculation = calculation;
  }

  removeLine(index: number): Done {
    const line = this.#workspace.sale.lines.find((one) => one.index === index);
    const removed = this.#workspace.apply({ kind: 'line-removed', index });
    // A benefit waits for its own decision again: its line comes back by that.
    if (removed.ok && line) this.#workspace.showUndoable(line.benefit ? null : { kind: 'line', line });
    return removed;
  }

  removeCustomer(): Done {
    const before = this.#workspace.sale;
    const removed = this.#workspace.apply({ kind: 'customer-removed' });
    if (removed.ok) tellReplaced(this.#workspace, before, null);
    return removed;
  }

  async undo(): Promise<Done> {
    const { undoable, busy } = this.#workspace.state;
    if (busy) return fail(problem('busy'));
    if (!undoable) return DONE;
    if (undoable.kind === 'line') {
      const { product, quantity, mark } = undoable.line;
      const added = this.#workspace.apply({
        kind: 'line-added',
        product,
        quantity,
        ...(mark !== undefined && { mark }),
      });
      if (added.ok) this.#workspace.showUndoable(null);
      return added;
    }
    const { customer, chosen } = undoable;
    return this.#workspace.whileBusy('calculating', async () => {
      const restored = this.#workspace.apply({ kind: 'customer-identified', customer, restored: chosen });
      if (!restored.ok) return restored;
      this.#workspace.showUndoable(null);
      await this.#calculation.recalculate();
      return DONE;
    });
  }

  dismiss(): Done {
    this.#workspace.showUndoable(null);
    return DONE;
  }
}
