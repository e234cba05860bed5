import { useTranslation } from 'react-i18next';
import type { ReceiptView } from '../../../../app/contract/receipts.ts';
import { Option } from '../../../components/option.tsx';
import { useFormat } from '../../../context.tsx';
import { maskedPhone } from '../../../text/masked-phone.ts';

type ReceiptOptionProps = {
  readonly id: string;
  readonly receipt: ReceiptView;
  /** The arrow keys are on it. */
  readonly active: boolean;
  readonly onTake: () => void;
};

/** One written receipt of the list; the keyboard stays in the field above and chooses from there. */
export function ReceiptOption({ id, receipt, active, onTake }: ReceiptOptionProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const isOver = receipt.lines.every((line) => line.returnable === 0);
  return (
    <Option id={id} active={active} faded={isOver} onPress={onTake}>
      <b>{t('return.number', { number: receipt.number })}</b>
      <span>{format.moment(new Date(receipt.writtenAt))}</span>
      <span>{receipt.phoneEnding === null ? t('return.anonymous') : maskedPhone(t, receipt.phoneEnding)}</span>
      <span>{isOver && t('return.over')}</span>
      <b>{format.money(receipt.paid)}</b>
    </Option>
  );
}
