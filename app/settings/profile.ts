import { z } from 'zod';
import { codesSchema } from './codes.ts';
import { ecsSchema } from './ecs.ts';
import { goodsSchema, groupsSchema } from './goods.ts';
import { maxbonusSchema } from './maxbonus.ts';
import { printerSchema } from './printers.ts';
import { scannerSchema } from './scanners.ts';
import { slipSchema } from './slip.ts';
import { soundsSchema } from './sounds.ts';
import { sumsSchema } from './sums.ts';
import { windowSchema } from './window.ts';

/**
 * The profile: how one till is set up, as a JSON file with a version. The same shape comes from `--import-profile`, from
 * the settings on disk (then without secrets) and from the tests. Unknown keys are errors, so that a typing mistake is found.
 */
const PROFILE_VERSION = 1;

const outlet = z.strictObject({
  name: z.string().min(1).max(100),
  till: z.string().min(1).max(40),
  cashier: z.string().max(80).default(''),
});

export const profileSchema = z.strictObject({
  version: z.literal(PROFILE_VERSION),
  language: z.enum(['ru', 'uk', 'en']).default('ru'),
  outlet,
  maxbonus: maxbonusSchema.optional(),
  ecs: ecsSchema.optional(),
  scanners: z.array(scannerSchema).max(8).default([]),
  /** Slips go to the first. */
  printers: z.array(printerSchema).max(8).default([]),
  codes: codesSchema.prefault({}),
  /** Kinds of payment beside cash and card. */
  payments: z.strictObject({ credit: z.boolean().default(false) }).prefault({}),
  slip: slipSchema.prefault({}),
  sums: sumsSchema.prefault({}),
  sounds: soundsSchema.prefault({}),
  window: windowSchema.prefault({}),
  /** The goods of the shop; replaces the catalogue, groups included, when given. */
  goods: z.array(goodsSchema).max(1_000_000).optional(),
  /** Groups of these goods. */
  groups: groupsSchema.optional(),
});

export type Profile = z.output<typeof profileSchema>;
/** What may stand in a profile file: defaults left out. */
export type ProfileInput = z.input<typeof profileSchema>;
