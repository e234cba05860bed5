import './action-panel.css';
import { useTranslation } from 'react-i18next';
import { PushButton } from '../../components/push-button.tsx';
import { useScreen, useView, useWorkstation } from '../../context.tsx';
import { selectedLine } from '../../screen.ts';
import { newReceipt, openQuantity, removeSelected } from './actions.ts';

/** What else can be done with an open receipt. */
export function ActionPanel() {
  const { t } = useTranslation();
  const workstation = useWorkstation();
  const noLine = useScreen((screen) => selectedLine(screen) === null);
  const noCustomer = useView((view) => view.sale.customer === null);
  const blank = useView((view) => view.sale.lines.length === 0 && view.sale.customer === null);
  return (
    <div className="action-panel">
      <PushButton
        label={t('action.quantity')}
        keyId="quantity"
        layout="row"
        disabled={noLine}
        onPress={() => openQuantity(workstation, null)}
      />
      <PushButton
        label={t('action.removeLine')}
        keyId="removeLine"
        layout="row"
        disabled={noLine}
        onPress={() => removeSelected(workstation)}
      />
      <PushButton
        label={t('action.removeCustomer')}
        layout="row"
        disabled={noCustomer}
        onPress={() => void workstation.run('customer.remove', undefined)}
      />
      <PushButton
        label={t('action.newReceipt')}
        keyId="newReceipt"
        layout="row"
        disabled={blank}
        onPress={() => newReceipt(workstation)}
      />
    </div>
  );
}
