import './details-pane.css';
import { useTranslation } from 'react-i18next';
import type { ReceiptId } from '../../../../app/domain/receipt.ts';
import { DETAILS_ID } from '../ids.ts';
import { DetailsActions } from './details-actions.tsx';
import { ReceiptSheet } from './receipt-sheet.tsx';
import { useReceiptDetails } from './use-receipt-details.ts';

/** All that is known of one receipt, to be read through with the arrow keys once Enter led there, and what can be done with it. */
export function DetailsPane({ receipt }: { readonly receipt: ReceiptId | null }) {
  const { t } = useTranslation();
  const details = useReceiptDetails(receipt);
  const overtaken = details?.id !== receipt;
  return (
    <aside className="journal-screen__side" aria-label={t('receipt.label')}>
      <section
        id={DETAILS_ID}
        className="details-pane panel"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached without a mouse
        tabIndex={0}
        aria-label={t('receipt.label')}
        aria-busy={overtaken}
      >
        {details ? <ReceiptSheet receipt={details} /> : <p className="details-pane__none">{t('receipt.none')}</p>}
      </section>
      {details && <DetailsActions key={details.id} receipt={details} overtaken={overtaken} />}
    </aside>
  );
}
