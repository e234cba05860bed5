import { z } from 'zod';

/** A regular expression that must match a whole code. */
const mask = z.string().refine((source) => {
  try {
    new RegExp(source);
    return true;
  } catch {
    return false;
  }
}, 'not a regular expression');

/** How the shop's own codes look. Without masks a code that is no product is taken for a customer's. */
export const codesSchema = z.strictObject({
  cards: z.array(mask).default([]),
  certificates: z.array(mask).default([]),
  promos: z.array(mask).default([]),
});
