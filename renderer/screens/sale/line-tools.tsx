import './line-tools.css';
import { useTranslation } from 'react-i18next';
import { PushButton } from '../../components/push-button.tsx';
import { useScreen, useWorkstation } from '../../context.tsx';
import { selectedLine } from '../../screen.ts';
import { openQuantity, removeSelected } from './actions.ts';

/** What can be done with the selected line. */
export function LineTools() {
  const { t } = useTranslation();
  const workstation = useWorkstation();
  const noLine = useScreen((screen) => selectedLine(screen) === null);
  return (
    <div className="line-tools">
      <PushButton
        label={t('action.quantity')}
        keyId="quantity"
        disabled={noLine}
        onPress={() => openQuantity(workstation, null)}
      />
      <PushButton
        label={t('action.removeLine')}
        keyId="removeLine"
        disabled={noLine}
        onPress={() => removeSelected(workstation)}
      />
    </div>
  );
}
