import { goToBenefits } from '../../places.ts';
import './action-panel.css';
import { useTranslation } from 'react-i18next';
import { PushButton } from '../../components/push-button.tsx';
import { useView, useWorkstation } from '../../context.tsx';
import { isBlank, newReceipt } from './actions.ts';
import { openForSale, openPromo, openRegistration, openReturn } from './dialog-actions.ts';
import { holdOrTakeBack, holdStep } from './held/held-actions.ts';
import { openManualDiscount } from './manual-discount/discount-actions.ts';

/** What else can be done at the till while a receipt is open. */
export function ActionPanel() {
  const { t } = useTranslation();
  const workstation = useWorkstation();
  const blank = useView((view) => isBlank(view.sale));
  const holdDoes = useView(holdStep);
  const hasBenefits = useView(({ benefits }) => benefits !== null);
  return (
    <div className="action-panel">
      <PushButton
        label={t('action.certificate')}
        keyId="certificate"
        layout="row"
        onPress={() => openForSale(workstation, { kind: 'certificate' })}
      />
      <PushButton label={t('action.promo')} keyId="promo" layout="row" onPress={() => openPromo(workstation)} />
      <PushButton
        label={t('action.manualDiscount')}
        keyId="manualDiscount"
        layout="row"
        onPress={() => void openManualDiscount(workstation)}
      />
      <PushButton
        label={t('action.registration')}
        keyId="registration"
        layout="row"
        onPress={() => openRegistration(workstation)}
      />
      <PushButton
        label={t(holdDoes === 'list' ? 'held.title' : 'held.hold')}
        keyId="hold"
        layout="row"
        onPress={() => holdOrTakeBack(workstation)}
      />
      {hasBenefits && (
        <PushButton
          label={t('benefits.title')}
          keyId="benefits"
          layout="row"
          onPress={() => goToBenefits(workstation)}
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
        layout="row"
        disabled={blank}
        onPress={() => newReceipt(workstation)}
      />
    </div>
  );
}
