import './registration-dialog.css';
import { DialogMessage } from '../../../components/message.tsx';
import { useWorkstation } from '../../../context.tsx';
import { useDialogMessage } from '../../../frame/use-dialog-message.ts';
import type { RegistrationDraft } from '../../../registration-draft.ts';
import type { Workstation } from '../../../workstation.ts';
import { PhoneForm } from './phone-form.tsx';
import { QuestionnaireForm } from './questionnaire-form.tsx';

/** Registers a new customer: a PIN to the phone, the questionnaire, the PIN back. It closes once the customer is there. */
export function RegistrationDialog({ draft }: { readonly draft: RegistrationDraft }) {
  const workstation = useWorkstation();
  const message = useDialogMessage();
  const change = (part: Partial<RegistrationDraft>) => changeDraft(workstation, part);
  return (
    <div className="dialog-form dialog-form--fields">
      <PhoneForm draft={draft} change={change} />
      <DialogMessage message={message} />
      <QuestionnaireForm draft={draft} change={change} />
    </div>
  );
}

function changeDraft({ screen }: Workstation, part: Partial<RegistrationDraft>): void {
  screen.setState(({ dialog }) =>
    dialog?.kind === 'registration' ? { dialog: { ...dialog, draft: { ...dialog.draft, ...part } } } : {},
  );
}
