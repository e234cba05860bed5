import './pay-panel.css';
import { useTranslation } from 'react-i18next';
import { PushButton } from '../../components/push-button.tsx';
import { useScreen, useWorkstation } from '../../context.tsx';
import { enterStep, startCheckout } from './actions.ts';

/** The three ways to pay. */
export function PayPanel() {
  const { t } = useTranslation();
  const workstation = useWorkstation();
  const nextIsPayment = useScreen((screen) => enterStep(screen) === 'pay');
  return (
    <fieldset className="pay-panel" aria-label={t('pay.label')}>
      <PushButton
        label={t('pay.cash')}
        keyId="payCash"
        onEnter={nextIsPayment}
        tone="primary"
        layout="stack"
        onPress={() => void startCheckout(workstation, 'cash')}
      />
      <PushButton
        label={t('pay.card')}
        keyId="payCard"
        layout="stack"
        onPress={() => void startCheckout(workstation, 'card')}
      />
      <PushButton
        label={t('pay.mixed')}
        keyId="payMixed"
        layout="stack"
        onPress={() => void startCheckout(workstation, 'mixed')}
      />
    </fieldset>
  );
}
