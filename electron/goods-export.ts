import type { GoodsRun, GoodsStatus } from '../app/contract/goods.ts';
import type { CatalogueItem, GoodsGroup } from '../app/domain/product.ts';
import type { Clock, LoyaltyGateway, ServiceFailure } from '../app/sale/ports.ts';
import { isOutage, serviceProblem } from '../app/sale/service-problem.ts';
import type { Log } from './log.ts';

/** The catalogue in portions: products whose code comes after `code`, in order of codes. */
export type GoodsSource = {
  after(code: string, most: number): readonly CatalogueItem[];
  groups(): readonly GoodsGroup[];
  count(): { readonly goods: number; readonly groups: number };
};

/** What came of the latest runs, over restarts. */
export type GoodsMemory = Pick<GoodsStatus, 'last' | 'succeededAt'> & {
  keep(last: GoodsRun, succeededAt: number | null): void;
};

type Parts = {
  readonly loyalty: Pick<LoyaltyGateway, 'importGoods'>;
  readonly goods: GoodsSource;
  readonly memory: GoodsMemory;
  readonly clock: Clock;
  readonly log: Log;
};

const PORTION = 1_000;
const DAY_MS = 24 * 3_600_000;
const AGAIN_MS = 600_000;

/**
 * Sends the shop's goods to the loyalty service once a day, so that promotions can name them (MaxBonus integrator's manual,
 * «Периодический импорт товаров»). Selling does not wait for it. An outage is tried again soon, a refusal the next day.
 */
export class GoodsExport {
  readonly #parts: Parts;
  readonly #sending: GoodsStatus['sending'];
  #run: Promise<void> | null = null;
  #next: (() => void) | null = null;

  constructor(sending: GoodsStatus['sending'], parts: Parts) {
    this.#sending = sending;
    this.#parts = parts;
  }

  /** @param imported the till was set up anew: the goods, or the service, may be others */
  start(imported: boolean): void {
    if (this.#sending !== 'daily') return;
    const { succeededAt } = this.#parts.memory;
    const since = succeededAt === null || imported ? DAY_MS : this.#parts.clock.now() - succeededAt;
    // A clock that was set back tells nothing.
    if (since < 0 || since >= DAY_MS) void this.send();
    else this.#sendIn(DAY_MS - since);
  }

  status(): GoodsStatus {
    const { goods, memory } = this.#parts;
    const { last, succeededAt } = memory;
    return { sending: this.#sending, running: this.#run !== null, ...goods.count(), last, succeededAt };
  }

  /** Sends all of them now, or waits for the run that is under way. Ends when it is over, whatever came of it. */
  async send(): Promise<void> {
    if (this.#sending === 'training') return;
    this.#run ??= this.#once().finally(() => {
      this.#run = null;
    });
    await this.#run;
  }

  async #once(): Promise<void> {
    const { memory, clock, log } = this.#parts;
    const { taken, failure } = await this.#portions();
    if (taken > 0 || failure) {
      const problem = failure && serviceProblem(failure);
      memory.keep({ at: clock.now(), taken, problem }, failure ? memory.succeededAt : clock.now());
    }
    log.info('goods-export', { taken, failed: failure?.kind ?? null });
    if (this.#sending === 'daily') this.#sendIn(failure && isOutage(failure) ? AGAIN_MS : DAY_MS);
  }

  /** Ends with the first portion that fails. */
  async #portions(): Promise<{ readonly taken: number; readonly failure: ServiceFailure | null }> {
    const { goods, loyalty } = this.#parts;
    const groups = goods.groups();
    let taken = 0;
    let items = goods.after('', PORTION);
    while (items.length > 0) {
      const answer = await loyalty.importGoods({ groups, items });
      if (!answer.ok) return { taken, failure: answer.error };
      taken += answer.value;
      items = goods.after(items.at(-1)?.code ?? '', PORTION);
    }
    return { taken, failure: null };
  }

  #sendIn(delayMs: number): void {
    this.#next?.();
    this.#next = this.#parts.clock.after(delayMs, () => void this.send());
  }
}
