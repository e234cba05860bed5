import { z } from 'zod';

/** Bodies as the tables of the specification have them. What else a participant sends is ignored. */

export const tokenForm = z.object({
  client_id: z.string(),
  client_secret: z.string(),
  grant_type: z.string(),
  scope: z.string(),
});

const id = z.int();
const roubles = z.number().min(0).max(1e10);

/** Ways to name a holder by a card. */
const card = {
  clientCode: z.string().max(15).optional(),
  cardNumber: z.string().length(19).optional(),
  cardSeries: z.string().length(8).optional(),
};

const paging = { pageIndex: z.int().min(0).default(0), pageSize: z.int().min(1).default(10) };

export const servicesBody = z.object(paging);

export const checkBody = z.object({
  serviceId: id,
  organizationTerminalId: id,
  ...card,
  clientSnils: z.string().length(11).optional(),
  price: roubles.optional(),
});
export type CheckBody = z.output<typeof checkBody>;

export const confirmBody = z.object({
  clientId: id,
  benefitCategoryId: id,
  transactionId: id,
  price: roubles.optional(),
  discountedPrice: roubles.optional(),
});
export type ConfirmBody = z.output<typeof confirmBody>;

export const cancelBody = z.object({ transactionId: id });

const day = z.iso.date();

/** The days by either of their names. */
export const transactionsBody = z
  .object({
    ...card,
    ...paging,
    dateFrom: day.optional(),
    dateTo: day.optional(),
    creationDateFrom: day.optional(),
    creationDateTo: day.optional(),
  })
  .transform(({ dateFrom, dateTo, creationDateFrom, creationDateTo, ...rest }, context) => {
    const [from, to] = [dateFrom ?? creationDateFrom, dateTo ?? creationDateTo];
    if (from !== undefined && to !== undefined && from <= to) return { ...rest, from, to };
    context.addIssue('no interval');
    return z.NEVER;
  });
export type TransactionsBody = z.output<typeof transactionsBody>;
