import { openDialog } from '../../frame/in-front.ts';
import './pin-note.css';
import { useTranslation } from 'react-i18next';
import { PushButton } from '../../components/push-button.tsx';
import { useView, useWorkstation } from '../../context.tsx';

/** The write-off waits for the customer's PIN. */
export function PinNote() {
  const { t } = useTranslation();
  const workstation = useWorkstation();
  const { asked } = useView((view) => view.sale.pin);
  return (
    <div className="pin-note" role="status">
      <span>{t(asked ? 'pin.asked' : 'pin.needed')}</span>
      <PushButton label={t(asked ? 'pin.open' : 'pin.send')} onPress={() => openDialog(workstation, { kind: 'pin' })} />
    </div>
  );
}
