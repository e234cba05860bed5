import './applied-codes.css';
import { useTranslation } from 'react-i18next';
import { useView } from '../../context.tsx';
import { CertificateChip } from './certificate/certificate-chip.tsx';
import { PromoChip } from './promo/promo-chip.tsx';

/** What else was put on the receipt: certificates that pay a part of it, and the promo code. */
export function AppliedCodes() {
  const { t } = useTranslation();
  const certificates = useView((view) => view.sale.certificates);
  const promo = useView((view) => view.sale.promo);
  if (certificates.length === 0 && promo === null) return null;
  return (
    <ul className="applied-codes" aria-label={t('applied.label')}>
      {promo && <PromoChip promo={promo} />}
      {certificates.map((certificate, place) => (
        <CertificateChip
          key={`${certificate.ending}-${certificate.balance}-${certificate.amount}`}
          certificate={certificate}
          place={place}
        />
      ))}
    </ul>
  );
}
