import type { RegistrationDraft } from '../../../registration-draft.ts';

/** What both forms of the registration dialog work on. */
export type RegistrationFormProps = {
  readonly draft: RegistrationDraft;
  readonly change: (part: Partial<RegistrationDraft>) => void;
};
