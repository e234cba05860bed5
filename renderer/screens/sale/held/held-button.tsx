import './held-button.css';
import { useTranslation } from 'react-i18next';
import { PushButton } from '../../../components/push-button.tsx';
import { useView, useWorkstation } from '../../../context.tsx';
import { openHeldReceipts } from './held-actions.ts';

/** How many receipts are put aside, and the way to them; nothing while there is none. */
export function HeldButton() {
  const { t } = useTranslation();
  const workstation = useWorkstation();
  const count = useView((view) => view.held.length);
  if (count === 0) return null;
  return (
    <div className="held-button">
      <PushButton
        label={t('held.count', { count })}
        keyId="heldReceipts"
        layout="stack"
        onPress={() => openHeldReceipts(workstation)}
      />
    </div>
  );
}
