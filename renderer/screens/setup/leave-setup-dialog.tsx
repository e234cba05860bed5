import { dismiss } from '../../frame/in-front.ts';
import './leave-setup-dialog.css';
import { useTranslation } from 'react-i18next';
import { useInitialFocus } from '../../components/focus.ts';
import { PushButton } from '../../components/push-button.tsx';
import { useScreen, useWorkstation } from '../../context.tsx';
import type { JournalPanel, Place } from '../../screen.ts';
import { leaveSetup } from './setup-actions.ts';

type LeaveSetupDialogProps = { readonly place: Place; readonly panel: JournalPanel };

/** Asks what becomes of changes that were not saved. */
export function LeaveSetupDialog({ place, panel }: LeaveSetupDialogProps) {
  const { t } = useTranslation();
  const workstation = useWorkstation();
  const focus = useInitialFocus<HTMLButtonElement>();
  const saving = useScreen(({ running }) => running.includes('setup.save'));
  const leave = (how: 'save' | 'drop') => void leaveSetup(workstation, how, { place, panel });
  return (
    <div className="dialog-form">
      <p className="dialog-form__help">{t('setup.leaveHelp')}</p>
      <div className="leave-setup__buttons">
        <PushButton label={t('setup.stay')} keyId="dismiss" onPress={() => dismiss(workstation)} />
        <PushButton label={t('setup.leaveUnsaved')} tone="danger" onPress={() => leave('drop')} />
        <PushButton {...focus} label={t('setup.save')} tone="primary" waiting={saving} onPress={() => leave('save')} />
      </div>
    </div>
  );
}
