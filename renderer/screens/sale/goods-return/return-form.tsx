import { closeDialog, dismiss, openDialog } from '../../../frame/in-front.ts';
import './return-form.css';
import { useMemo, useState } from 'react';
import type { ReceiptView } from '../../../../app/contract/receipts.ts';
import { useScreen, useWorkstation } from '../../../context.tsx';
import { ReturnConfirmation } from './return-confirmation.tsx';
import { ReturnedGoods } from './returned-goods.tsx';
import { readLines, type TypedQuantities } from './returned-lines.ts';
import { useRefund } from './use-refund.ts';

type ReturnFormProps = {
  readonly receipt: ReceiptView;
  /** What is to be given back is chosen, and is asked about once more. */
  readonly confirming: boolean;
};

/** What of a receipt is given back, at first nothing: then what the customer gets for it, and only then the money. */
export function ReturnForm({ receipt, confirming }: ReturnFormProps) {
  const workstation = useWorkstation();
  const writing = useScreen((screen) => screen.running.includes('return.write'));
  const [typed, setTyped] = useState<TypedQuantities>({});
  const lines = useMemo(() => readLines(receipt.lines, typed), [receipt.lines, typed]);
  const refund = useRefund(receipt.id, lines);

  const write = async () => {
    if (!lines || lines.length === 0 || writing) return;
    if (await workstation.run('return.write', { receipt: receipt.id, lines })) closeDialog(workstation, 'return');
  };

  return confirming && lines ? (
    <ReturnConfirmation
      receipt={receipt}
      lines={lines}
      refund={refund?.of === lines ? refund.value : null}
      writing={writing}
      onConfirm={() => void write()}
      onBack={() => dismiss(workstation)}
    />
  ) : (
    <ReturnedGoods
      receipt={receipt}
      typed={typed}
      onTyped={setTyped}
      lines={lines}
      refund={refund?.value ?? null}
      onChosen={() => openDialog(workstation, { kind: 'return', receipt, confirming: true })}
      onBack={() => dismiss(workstation)}
    />
  );
}
