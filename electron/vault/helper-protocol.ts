import { z } from 'zod';

/** Starts the program as the one that asks the keychain; the value is a folder for what Chromium writes. */
export const HELPER_SWITCH = '--keychain-helper';

/** What the helper is asked, one JSON on stdin: texts to open, base64, or to seal. */
export const helperRequest = z.object({ kind: z.enum(['open', 'seal']), texts: z.array(z.string()).max(10) });
export type HelperRequest = z.output<typeof helperRequest>;

/** Stands before the answer, one line of stdout; `null`: the keychain is not open to us. */
export const ANSWER_MARK = 'keychain-answer:';
export const helperAnswer = z.array(z.string().nullable()).nullable();
