import { ok, type Result } from '../../domain/result.ts';
import type { TrainingProduct } from './model.ts';
import { type Refusal, refuse } from './refusal.ts';
import type { ImportedGood, ImportedGroup } from './requests.ts';

/** What the service knows of goods: those of the shop with their promotions, and whatever a till has sent. */
export class Goods {
  readonly #products: ReadonlyMap<string, TrainingProduct>;
  readonly #imported = new Map<string, ImportedGood>();
  readonly #groups = new Map<string, ImportedGroup>();

  constructor(products: readonly TrainingProduct[]) {
    this.#products = new Map(products.map((product) => [product.code, product]));
  }

  get imported(): readonly ImportedGood[] {
    return [...this.#imported.values()];
  }

  get groups(): readonly ImportedGroup[] {
    return [...this.#groups.values()];
  }

  /** Known ones take the new name and price; whole or not at all, and none in a group that nobody has told of. */
  take(groups: readonly ImportedGroup[], goods: readonly ImportedGood[]): Result<void, Refusal> {
    const known = new Map([...this.#groups, ...groups.map((group) => [group.code, group] as const)]);
    const named = [...groups.map(({ parent }) => parent), ...goods.map(({ group }) => group)];
    const stray = named.find((code) => code !== null && !known.has(code));
    if (stray) return refuse(`Группа товаров ${stray} не найдена`);
    for (const group of groups) this.#groups.set(group.code, group);
    for (const good of goods) this.#imported.set(good.code, good);
    return ok(undefined);
  }

  knows(code: string): boolean {
    return this.#products.has(code) || this.#imported.has(code);
  }

  /** The running promotion, in per cent. */
  discountPercent(code: string): number {
    return this.#products.get(code)?.discountPercent ?? 0;
  }
}
