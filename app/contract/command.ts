import type { z } from 'zod';

/** What a command takes and what it answers. */
export type CommandSchemas = { readonly input: z.ZodType; readonly output: z.ZodType };
