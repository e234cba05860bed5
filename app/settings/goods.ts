import { z } from 'zod';
import { type Kopecks, LARGEST_AMOUNT, roundHalfUp } from '../domain/money.ts';
import type { Assortment, GoodsGroup } from '../domain/product.ts';
import { as, type ProfileFaultCode } from './profile-fault.ts';

const roubles = z
  .number()
  .min(0)
  .max(LARGEST_AMOUNT / 100)
  .transform((value) => roundHalfUp(value * 100) as Kopecks);

/** Blanks of spreadsheets around a text, also those that do not break; an apostrophe that says «this is a text». */
const EDGES = /^[\s\p{Cf}]*'?[\s\p{Cf}]*|[\s\p{Cf}]+$/gu;

/** A code as a spreadsheet keeps it when it is told that it is a text. As a number it loses zeros in front, and digits behind. */
const code = z
  .string()
  .max(100)
  .transform((text) => text.replace(EDGES, ''))
  .refine((text) => !/^\d([.,]\d+)?E[+-]?\d+$/i.test(text), as('spreadsheet-number'))
  .pipe(z.string().min(1).max(64));

export const goodsSchema = z.strictObject({
  code,
  barcode: code.optional(),
  name: z.string().min(1).max(200),
  price: roubles,
  weighed: z.boolean().default(false),
  /** Code of one of `groups`; any other text is a group of its own by that name. */
  group: z.string().min(1).max(100).optional(),
});

/** Groups that have more to say than their name: a code of their own, a group above. */
export const groupsSchema = z
  .array(
    z.strictObject({
      code: z.string().min(1).max(64),
      name: z.string().min(1).max(100),
      parent: z.string().min(1).max(64).optional(),
    }),
  )
  .max(100_000)
  .superRefine((groups, context) => {
    const parents = new Map(groups.map(({ code, parent }) => [code, parent]));
    const seen = new Set<string>();
    const twice = groups.find(({ code }) => seen.size === seen.add(code).size);
    if (twice) context.addIssue(groupIssue('group-twice', twice.code));
    const stray = groups.find(({ parent }) => parent !== undefined && !parents.has(parent));
    if (stray) context.addIssue(groupIssue('group-parent', stray.code));
    const round = groups.find(({ code }) => leadsBack(code, parents));
    if (round) context.addIssue(groupIssue('group-round', round.code));
  });

function groupIssue(fault: ProfileFaultCode, group: string) {
  return { code: 'custom', message: as(fault), params: { group } } as const;
}

/** Whether whoever goes up from this group comes back to it. */
function leadsBack(code: string, parents: ReadonlyMap<string, string | undefined>): boolean {
  const seen = new Set<string>();
  let above = parents.get(code);
  while (above !== undefined && !seen.has(above)) {
    if (above === code) return true;
    seen.add(above);
    above = parents.get(above);
  }
  return false;
}

type GroupsOfProfile = z.output<typeof groupsSchema>;
type GoodsOfProfile = readonly z.output<typeof goodsSchema>[];

/** The goods of a profile for the catalogue. */
export function assortment(goods: GoodsOfProfile, groups: GroupsOfProfile = []): Assortment {
  const told = new Map<string, GoodsGroup>(
    groups.map(({ code, name, parent }) => [code, { code, name, parent: parent ?? null }]),
  );
  const byName = goods.flatMap(({ group }) => (group === undefined || told.has(group) ? [] : [group]));
  return {
    groups: [...told.values(), ...[...new Set(byName)].map((name) => ({ code: name, name, parent: null }))],
    items: goods.map((good) => ({ ...good, barcode: good.barcode ?? null, group: good.group ?? null })),
  };
}
