import { z } from 'zod';

/** Starts the program as the one that asks the keychain; the value is a folder for what Chromium writes. */
export const HELPER_SWITCH = '--keychain-helper';

const texts = z.array(z.string()).max(10);
const sealed = z.object({ backend: z.string(), texts });

/** What the helper is asked, one JSON on stdin. */
export const helperRequest = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('open'), sealed }),
  z.object({ kind: z.literal('seal'), texts }),
]);
export type HelperRequest = z.input<typeof helperRequest>;

/** Stands before the answer, one line of stdout. */
export const ANSWER_MARK = 'keychain-answer:';

const fault = z.enum(['no-keychain', 'other-keychain', 'locked']);
function answerOf<Value extends z.ZodType>(value: Value) {
  return z.union([z.object({ ok: z.literal(true), value }), z.object({ ok: z.literal(false), error: fault })]);
}

export const openAnswer = answerOf(z.array(z.string().nullable()));
export const sealAnswer = answerOf(sealed);
