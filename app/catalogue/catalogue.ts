import { z } from 'zod';
import { type Kopecks, LARGEST_AMOUNT } from '../domain/money.ts';
import type { Product } from '../domain/product.ts';
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

export interface WholeCatalogue extends Catalogue {
  /** Exchanges the whole catalogue in one transaction. Of two products with one code or barcode the later stands. */
  replace(products: readonly Product[]): void;
  /** At most `most` products whose code comes after `code`, in order of codes: the catalogue in portions. */
  after(code: string, most: number): readonly Product[];
}

/** The goods of the shop, in the journal's file. */
export function catalogue(db: JournalWriter): WholeCatalogue {
  const byBarcode = db.prepare('SELECT * FROM product WHERE barcode = ?');
  const byCode = db.prepare('SELECT * FROM product WHERE code = ?');
  const after = db.prepare('SELECT * FROM product WHERE code > ? ORDER BY code LIMIT ?');
  const clear = db.prepare('DELETE FROM product');
  const insert = db.prepare(
    'INSERT OR REPLACE INTO product (code, barcode, name, price, weighed) VALUES (@code, @barcode, @name, @price, @weighed)',
  );
  return {
    byBarcode: (barcode) => productRow.parse(byBarcode.get(barcode)) ?? null,
    byCode: (code) => productRow.parse(byCode.get(code)) ?? null,
    after: (code, most) => after.all(code, most).flatMap((row) => productRow.parse(row) ?? []),
    replace: db.transaction((products: readonly Product[]) => {
      clear.run();
      for (const product of products) insert.run({ ...product, weighed: product.weighed ? 1 : 0 });
    }),
  };
}
