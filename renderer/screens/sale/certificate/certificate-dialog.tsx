import './certificate-dialog.css';
import { useTranslation } from 'react-i18next';
import { focusOn } from '../../../components/focus.ts';
import { useView } from '../../../context.tsx';
import { CertificateChip } from './certificate-chip.tsx';
import { CertificateLookup } from './certificate-lookup.tsx';
import { CertificatePayment } from './certificate-payment.tsx';
import { CERTIFICATE_FIELD_ID } from './ids.ts';

/** Gift certificates: those on the receipt, and one more — first looked up, then paid with. */
export function CertificateDialog({ pin }: { readonly pin: string }) {
  const certificate = useView((view) => view.certificate);
  return (
    <div className="dialog-form">
      <CertificatesOnReceipt />
      {certificate ? (
        // Another certificate may be scanned while one is shown: its own sum is then suggested.
        <CertificatePayment key={`${certificate.ending}-${certificate.balance}`} certificate={certificate} />
      ) : (
        <CertificateLookup pin={pin} />
      )}
    </div>
  );
}

function CertificatesOnReceipt() {
  const { t } = useTranslation();
  const certificates = useView((view) => view.sale.certificates);
  if (certificates.length === 0) return null;
  return (
    <ul className="certificate-dialog__list" aria-label={t('certificate.list')}>
      {certificates.map((certificate, place) => (
        <CertificateChip
          key={`${certificate.ending}-${certificate.balance}-${certificate.amount}`}
          certificate={certificate}
          place={place}
          withBalance
          onRemoved={() => focusOn(CERTIFICATE_FIELD_ID)}
        />
      ))}
    </ul>
  );
}
