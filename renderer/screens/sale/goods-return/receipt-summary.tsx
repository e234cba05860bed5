import { useTranslation } from 'react-i18next';
import type { ReceiptView } from '../../../../app/contract/receipts.ts';
import { useFormat } from '../../../context.tsx';
import { maskedPhone } from '../../../text/masked-phone.ts';

/** Which receipt it is, for the cashier to compare with the customer's own. */
export function ReceiptSummary({ receipt }: { readonly receipt: ReceiptView }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <p className="return-form__receipt">
      <b>{t('return.number', { number: receipt.number })}</b>
      <span>{format.moment(new Date(receipt.writtenAt))}</span>
      <span>{receipt.phoneEnding === null ? t('return.anonymous') : maskedPhone(t, receipt.phoneEnding)}</span>
      <span>{t('return.paid', { amount: format.money(receipt.paid) })}</span>
    </p>
  );
}
