import { z } from 'zod';
import { as } from './profile-fault.ts';

/** A part of a sentence that tells it, as a regular expression without regard to case. */
export const phrase = z
  .string()
  .min(1)
  .refine((source) => {
    try {
      new RegExp(source, 'iu');
      return true;
    } catch {
      return false;
    }
  }, as('no-regex'));
