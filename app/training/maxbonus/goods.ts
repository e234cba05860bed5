import type { TrainingProduct } from './model.ts';
import type { ImportedGood } from './requests.ts';

/** What the service knows of goods: those of the shop with their promotions, and whatever a till has sent. */
export class Goods {
  readonly #products: ReadonlyMap<string, TrainingProduct>;
  readonly #imported = new Map<string, ImportedGood>();

  constructor(products: readonly TrainingProduct[]) {
    this.#products = new Map(products.map((product) => [product.code, product]));
  }

  get imported(): readonly ImportedGood[] {
    return [...this.#imported.values()];
  }

  /** Known ones take the new name and price. */
  take(goods: readonly ImportedGood[]): void {
    for (const good of goods) this.#imported.set(good.code, good);
  }

  knows(code: string): boolean {
    return this.#products.has(code) || this.#imported.has(code);
  }

  /** The running promotion, in per cent. */
  discountPercent(code: string): number {
    return this.#products.get(code)?.discountPercent ?? 0;
  }
}
