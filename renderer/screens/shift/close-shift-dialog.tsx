import { dismiss } from '../../frame/in-front.ts';
import './close-shift-dialog.css';
import type { SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { DialogButtons } from '../../components/dialog-buttons.tsx';
import { DialogMessage } from '../../components/message.tsx';
import { useScreen, useView, useWorkstation } from '../../context.tsx';
import { useDialogMessage } from '../../frame/use-dialog-message.ts';

/** Asks before the shift is closed, and lists what would stay unfinished. The desk closes over that only when it was seen. */
export function CloseShiftDialog() {
  const { t } = useTranslation();
  const workstation = useWorkstation();
  const message = useDialogMessage();
  const number = useView((view) => view.shift?.number ?? 0);
  const unsent = useView(({ outbox }) => outbox.waiting + outbox.dead);
  const held = useView((view) => view.held.length);
  const closing = useScreen((screen) => screen.running.includes('shift.close'));
  const unfinished = unsent + held > 0;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (!closing) void workstation.run('shift.close', { seen: unfinished });
  };
  return (
    <form className="dialog-form" onSubmit={submit}>
      <p className="dialog-form__help">{t('shift.closeHelp', { number })}</p>
      {unfinished && (
        <div role="alert" className="message close-shift__unfinished" data-tone="warning">
          <ul>
            {unsent > 0 && <li>{t('shift.unsent', { count: unsent })}</li>}
            {held > 0 && <li>{t('shift.held', { count: held })}</li>}
          </ul>
          <p>{t('shift.unfinishedHelp')}</p>
        </div>
      )}
      <DialogMessage message={message} />
      <DialogButtons
        confirm={t('shift.closeConfirm')}
        waiting={closing}
        focused="cancel"
        onCancel={() => dismiss(workstation)}
      />
    </form>
  );
}
