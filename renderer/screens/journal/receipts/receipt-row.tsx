import { UnstyledButton } from '@mantine/core';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReceiptRow } from '../../../../app/contract/journal.ts';
import { minus, ZERO } from '../../../../app/domain/money.ts';
import { useFormat } from '../../../context.tsx';
import { receiptRowId } from '../ids.ts';
import { ReceiptState } from '../receipt-state.tsx';

type ReceiptRowLineProps = {
  /** Its place in the list, from 0. */
  readonly row: number;
  readonly total: number;
  /** `undefined` while it is on its way. */
  readonly receipt: ReceiptRow | undefined;
  readonly marked: boolean;
  readonly onMark: (row: number) => void;
};

/** One receipt of the list. The keyboard stays in the field above it. */
export const ReceiptRowLine = memo(function ReceiptRowLine(props: ReceiptRowLineProps) {
  const { row, total, receipt, marked, onMark } = props;
  return (
    <UnstyledButton
      id={receiptRowId(row)}
      role="option"
      tabIndex={-1}
      className="receipt-row"
      aria-selected={marked}
      aria-posinset={row + 1}
      aria-setsize={total}
      data-known={receipt !== undefined}
      onClick={() => onMark(row)}
    >
      {receipt && <Cells receipt={receipt} />}
    </UnstyledButton>
  );
});

function Cells({ receipt }: { readonly receipt: ReceiptRow }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { number, at, state, phoneEnding, paid, redeemed, accrued } = receipt;
  const bonuses = [redeemed > 0 && format.money(minus(ZERO, redeemed)), accrued > 0 && `+${format.money(accrued)}`];
  return (
    <>
      <b>{number}</b>
      <span>{format.moment(new Date(at))}</span>
      <ReceiptState state={state} />
      <span>{phoneEnding !== null && t('journal.phone', { ending: phoneEnding })}</span>
      <b>{paid > 0 && format.money(paid)}</b>
      <span className="receipt-list__bonuses">{bonuses.filter(Boolean).join(' ')}</span>
    </>
  );
}
