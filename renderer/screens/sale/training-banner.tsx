import './training-banner.css';
import { useTranslation } from 'react-i18next';

/** Says beyond doubt that nothing here is real. */
export function TrainingBanner() {
  const { t } = useTranslation();
  return (
    <div className="training-banner" role="note">
      <b>{t('header.training')}</b>
      <span>{t('header.trainingHelp')}</span>
    </div>
  );
}
