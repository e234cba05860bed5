import './pay-panel.css';
import { useTranslation } from 'react-i18next';
import { PushButton } from '../../components/push-button.tsx';
import { useScreen, useView, useWorkstation } from '../../context.tsx';
import { enterStep, startCheckout } from './actions.ts';

/** The three ways to pay; where certificates or bonuses pay all, there is only the receipt to write. */
export function PayPanel() {
  const { t } = useTranslation();
  const workstation = useWorkstation();
  const nextIsPayment = useScreen((screen) => enterStep(screen) === 'pay');
  const nothingDue = useView(({ sale }) => sale.calculated && sale.lines.length > 0 && sale.totals.due === 0);
  if (nothingDue) {
    return (
      <fieldset className="pay-panel pay-panel--one" aria-label={t('pay.label')}>
        <PushButton
          label={t('pay.confirm')}
          keyId="payCash"
          onEnter={nextIsPayment}
          tone="primary"
          layout="stack"
          onPress={() => void startCheckout(workstation, 'cash')}
        />
      </fieldset>
    );
  }
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
