import './side.css';
import { useTranslation } from 'react-i18next';
import { PushButton } from '../../components/push-button.tsx';
import { useView, useWorkstation } from '../../context.tsx';
import { ActionPanel } from './action-panel.tsx';
import { newReceipt } from './actions.ts';
import { CustomerCard } from './customer-card.tsx';
import { openReturn } from './dialog-actions.ts';
import { PayPanel } from './pay-panel.tsx';
import { RedemptionPanel } from './redemption-panel.tsx';
import { SlipPanel } from './slip-panel.tsx';

/** Beside an open receipt: the customer, the bonuses, what can be done, the money. */
export function BeforePaying() {
  return (
    <>
      <div className="side__upper">
        <CustomerCard />
        <RedemptionPanel />
        <ActionPanel />
      </div>
      <PayPanel />
    </>
  );
}

/** Beside a written receipt: its slip, and the way to the next customer. */
export function AfterSale() {
  const { t } = useTranslation();
  const workstation = useWorkstation();
  const drawer = useView((view) => view.drawer);
  return (
    <>
      <SlipPanel />
      {drawer && (
        <PushButton
          label={t('action.drawer')}
          keyId="drawer"
          layout="row"
          onPress={() => void workstation.run('drawer.open', undefined)}
        />
      )}
      <PushButton
        label={t('action.returnGoods')}
        keyId="returnGoods"
        layout="row"
        onPress={() => openReturn(workstation)}
      />
      <PushButton
        label={t('action.newReceipt')}
        keyId="newReceipt"
        tone="primary"
        layout="stack"
        onPress={() => newReceipt(workstation)}
      />
    </>
  );
}
