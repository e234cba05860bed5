import type { Product } from '../app/domain/product.ts';
import type { Clock, LoyaltyGateway } from '../app/sale/ports.ts';
import type { Log } from './log.ts';

/** The catalogue in portions: products whose code comes after `code`, in order of codes. */
export type GoodsSource = { after(code: string, most: number): readonly Product[] };

const PORTION = 1_000;
const DAY_MS = 24 * 3_600_000;
const AGAIN_MS = 600_000;

/**
 * Sends the shop's goods to the loyalty service at start and once a day, so that promotions can name them (MaxBonus
 * integrator's manual, «Периодический импорт товаров»). A failure is logged and tried again; selling does not wait for it.
 */
export class GoodsExport {
  readonly #loyalty: Pick<LoyaltyGateway, 'importGoods'>;
  readonly #goods: GoodsSource;
  readonly #clock: Clock;
  readonly #log: Log;

  constructor(loyalty: Pick<LoyaltyGateway, 'importGoods'>, goods: GoodsSource, clock: Clock, log: Log) {
    this.#loyalty = loyalty;
    this.#goods = goods;
    this.#clock = clock;
    this.#log = log;
  }

  start(): void {
    void this.#run();
  }

  async #run(): Promise<void> {
    const sent = await this.#send();
    this.#log.info('goods-export', { sent: sent ?? 'failed' });
    this.#clock.after(sent === null ? AGAIN_MS : DAY_MS, () => this.start());
  }

  /** How many goods the service took; `null` when it failed on the way. */
  async #send(): Promise<number | null> {
    let sent = 0;
    let portion = this.#goods.after('', PORTION);
    while (portion.length > 0) {
      const answer = await this.#loyalty.importGoods(portion);
      if (!answer.ok) return null;
      sent += answer.value;
      portion = this.#goods.after(portion.at(-1)?.code ?? '', PORTION);
    }
    return sent;
  }
}
