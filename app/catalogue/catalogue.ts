import { z } from 'zod';
import { type Kopecks, LARGEST_AMOUNT } from '../domain/money.ts';
import type { Assortment, CatalogueItem, GoodsGroup } from '../domain/product.ts';
import type { JournalWriter } from '../journal/connection.ts';
import type { Catalogue } from '../sale/ports.ts';

const productRow = z
  .object({
    code: z.string(),
    barcode: z.string().nullable(),
    name: z.string(),
    price: z
      .int()
      .min(0)
      .max(LARGEST_AMOUNT)
      .transform((value) => value as Kopecks),
    weighed: z.int().transform((flag) => flag === 1),
  })
  .optional();

const itemRow = productRow.unwrap().extend({ group: z.string().nullable() });
const countRow = z.object({ goods: z.int(), groups: z.int() });
const groupRow = z.object({ code: z.string(), name: z.string(), parent: z.string().nullable() });

export interface WholeCatalogue extends Catalogue {
  /** Exchanges the whole catalogue in one transaction. Of two products with one code or barcode the later stands. */
  replace(goods: Assortment): void;
  /** At most `most` products whose code comes after `code`, in order of codes: the catalogue in portions. */
  after(code: string, most: number): readonly CatalogueItem[];
  groups(): readonly GoodsGroup[];
  count(): { readonly goods: number; readonly groups: number };
}

const COLUMNS = 'code, barcode, name, price, weighed';

/** The goods of the shop, in the journal's file. */
export function catalogue(db: JournalWriter): WholeCatalogue {
  const byBarcode = db.prepare(`SELECT ${COLUMNS} FROM product WHERE barcode = ?`);
  const byCode = db.prepare(`SELECT ${COLUMNS} FROM product WHERE code = ?`);
  const after = db.prepare(
    `SELECT ${COLUMNS}, group_code AS "group" FROM product WHERE code > ? ORDER BY code LIMIT ?`,
  );
  const groups = db.prepare('SELECT code, name, parent FROM goods_group ORDER BY code');
  const count = db.prepare(
    'SELECT (SELECT count(*) FROM product) AS goods, (SELECT count(*) FROM goods_group) AS groups',
  );
  const clear = db.prepare('DELETE FROM product');
  const clearGroups = db.prepare('DELETE FROM goods_group');
  const insert = db.prepare(`
    INSERT OR REPLACE INTO product (code, barcode, name, price, weighed, group_code)
    VALUES (@code, @barcode, @name, @price, @weighed, @group)`);
  const insertGroup = db.prepare('INSERT INTO goods_group (code, name, parent) VALUES (@code, @name, @parent)');
  return {
    byBarcode: (barcode) => productRow.parse(byBarcode.get(barcode)) ?? null,
    byCode: (code) => productRow.parse(byCode.get(code)) ?? null,
    after: (code, most) => after.all(code, most).map((row) => itemRow.parse(row)),
    count: () => countRow.parse(count.get()),
    groups: () => groups.all().map((row) => groupRow.parse(row)),
    replace: db.transaction((goods: Assortment) => {
      clear.run();
      clearGroups.run();
      for (const group of goods.groups) insertGroup.run(group);
      for (const item of goods.items) insert.run({ ...item, weighed: item.weighed ? 1 : 0 });
    }),
  };
}
