import type { SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutboxRow } from '../../../../app/contract/outbox.ts';
import { useInitialFocus } from '../../../components/focus.ts';
import { DialogMessage } from '../../../components/message.tsx';
import { PushButton } from '../../../components/push-button.tsx';
import { useWorkstation } from '../../../context.tsx';
import { dismiss } from '../../../frame/in-front.ts';
import { useDialogMessage } from '../../../frame/use-dialog-message.ts';
import { type Decision, decisionWords } from './decision-words.ts';
import { decide } from './outbox-actions.ts';

type OutboxDialogProps = { readonly decision: Decision; readonly entry: OutboxRow };

/** Says what a decision leads to before it is made. The keyboard starts on the harmless answer. */
export function OutboxDialog({ decision, entry }: OutboxDialogProps) {
  const { t } = useTranslation();
  const workstation = useWorkstation();
  const message = useDialogMessage();
  const focus = useInitialFocus<HTMLButtonElement>();
  const words = decisionWords(decision, entry.kind);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    void decide(workstation, decision, entry);
  };
  return (
    <form className="dialog-form" onSubmit={submit}>
      <p>{t(words.question, { number: entry.number ?? '' })}</p>
      <DialogMessage message={message} />
      <div className="dialog-form__buttons">
        <PushButton {...focus} label={t('action.back')} keyId="dismiss" onPress={() => dismiss(workstation)} />
        <PushButton label={t(words.confirm)} tone={decision === 'accept' ? 'primary' : 'danger'} />
      </div>
    </form>
  );
}
