import './training-banner.css';
import { useTranslation } from 'react-i18next';
import type { View } from '../../app/contract/view.ts';

/** Says beyond doubt that nothing here is real, and what a trainee may try. */
export function TrainingBanner({ training }: { readonly training: NonNullable<View['training']> }) {
  const { t } = useTranslation();
  const { barcode, card, phone, pin } = training;
  return (
    <div className="training-banner" role="note" aria-label={t('header.training')}>
      <p>
        <b>{t('header.training')}</b> {t('header.trainingHelp')}
      </p>
      <dl className="training-banner__tries">
        {[
          { label: t('training.barcode'), value: barcode },
          { label: t('training.card'), value: card },
          { label: t('training.phone'), value: phone },
        ].map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className="training-banner__pin" role="status">
        {pin !== null && t('training.pin', { pin })}
      </p>
    </div>
  );
}
