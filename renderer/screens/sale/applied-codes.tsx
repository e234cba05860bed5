import './applied-codes.css';
import { useTranslation } from 'react-i18next';
import { useView } from '../../context.tsx';
import { BenefitChip } from './benefits/benefit-chip.tsx';
import { CertificateChip } from './certificate/certificate-chip.tsx';
import { PromoChip } from './promo/promo-chip.tsx';

/** What else was put on the receipt: the promo code, benefits of a card, certificates that pay a part of it. */
export function AppliedCodes() {
  const { t } = useTranslation();
  const certificates = useView((view) => view.sale.certificates);
  const promo = useView((view) => view.sale.promo);
  const benefits = useView((view) => view.sale.benefits);
  if (certificates.length === 0 && promo === null && benefits.length === 0) return null;
  return (
    <ul className="applied-codes" aria-label={t('applied.label')}>
      {promo && <PromoChip promo={promo} />}
      {benefits.map((benefit) => (
        <BenefitChip key={benefit.caseId} benefit={benefit} />
      ))}
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
