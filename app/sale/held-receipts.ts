import { problem } from '../domain/problem.ts';
import type { ReceiptId } from '../domain/receipt.ts';
import { fail } from '../domain/result.ts';
import type { SaleJournal } from './ports.ts';
import { apply, isBlank } from './sale.ts';
import { stored } from './stored.ts';
import { DONE, type Done, type Workspace } from './workspace.ts';

/** Receipts put aside for customers who will be back in a moment. */
export class HeldReceipts {
  readonly #workspace: Workspace;
  readonly #journal: SaleJournal;
  readonly #takenBack: () => void;

  /** @param takenBack one of them is on the desk again */
  constructor(workspace: Workspace, journal: SaleJournal, takenBack: () => void) {
    this.#workspace = workspace;
    this.#journal = journal;
    this.#takenBack = takenBack;
    this.#show();
  }

  /** Puts the receipt on the desk aside. */
  hold(): Done {
    if (this.#workspace.busy) return fail(problem('busy'));
    const held = this.#workspace.apply({ kind: 'held' });
    if (!held.ok) return held;
    this.#workspace.putNewSale();
    this.#show();
    this.#workspace.settled();
    return DONE;
  }

  /** Takes a receipt back onto the desk; the one that stands there takes its place. */
  takeBack(id: ReceiptId): Done {
    if (this.#workspace.busy) return fail(problem('busy'));
    const event = { kind: 'taken-back' } as const;
    const held = this.#journal.sale(id);
    const open = held && apply(held, event);
    if (!open?.ok) return fail(problem('receipt-not-held'));
    const cleared = this.#clear();
    if (!cleared.ok) return cleared;
    const kept = stored(() => this.#journal.save(open.value, held, event));
    if (kept.ok) this.#workspace.put(open.value);
    else this.#workspace.putNewSale();
    if (kept.ok) this.#takenBack();
    this.#show();
    this.#workspace.settled();
    return kept.ok ? DONE : kept;
  }

  #clear(): Done {
    const { sale } = this.#workspace;
    if (sale.stage.at === 'writing' || sale.stage.at === 'in-doubt') return fail(problem('sale-not-open'));
    if (sale.stage.at !== 'open') return DONE;
    if (!isBlank(sale)) return this.#workspace.apply({ kind: 'held' });
    const discarded = stored(() => this.#journal.discard(sale));
    return discarded.ok ? DONE : discarded;
  }

  #show(): void {
    this.#workspace.showHeld(this.#journal.held());
  }
}
