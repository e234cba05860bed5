import { useTranslation } from 'react-i18next';
import { PushButton } from '../../../components/push-button.tsx';
import { useView, useWorkstation } from '../../../context.tsx';
import { goToBenefits } from '../../../places.ts';

/** Stands on the sale as long as a benefit was found and nobody has said whether its holder takes it, also after a power cut. */
export function UndecidedBar() {
  const { t } = useTranslation();
  const workstation = useWorkstation();
  const number = useView(({ benefits }) => benefits?.cases.filter(({ stage }) => stage === 'found').length ?? 0);
  return (
    <div role="status" className="message__region">
      {number > 0 && (
        <div className="message" data-tone="warning">
          <p className="message__text">
            <b>{t('benefits.undecided', { number })}</b> {t('benefits.undecidedHelp')}
          </p>
          <PushButton label={t('benefits.decide')} keyId="benefits" onPress={() => goToBenefits(workstation)} />
        </div>
      )}
    </div>
  );
}
