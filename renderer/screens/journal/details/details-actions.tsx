import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReceiptDetails } from '../../../../app/contract/journal.ts';
import { resumeIn } from '../../../components/focus.ts';
import { PushButton } from '../../../components/push-button.tsx';
import { useWorkstation } from '../../../context.tsx';
import { actOn, useKeyPress } from '../../../keys/use-keys.ts';
import { isCovered } from '../../../screen.ts';
import { DETAILS_ID, SEARCH_ID } from '../ids.ts';
import { isReturnable, returnGoods } from '../journal-actions.ts';

type DetailsActionsProps = {
  readonly receipt: ReceiptDetails;
  /** Another receipt is marked by now, and on its way. */
  readonly overtaken: boolean;
};

/** What can be done with a receipt of the journal. */
export function DetailsActions({ receipt, overtaken }: DetailsActionsProps) {
  const { t } = useTranslation();
  const workstation = useWorkstation();
  const [copied, setCopied] = useState(false);
  const copyable = !overtaken && receipt.slip.length > 0;
  const copy = async () => {
    setCopied(false);
    if (copyable) setCopied(await workstation.run('journal.reprint', { receipt: receipt.id }));
  };
  const giveBack = () => {
    if (!overtaken) returnGoods(workstation, receipt);
  };
  useKeyPress('part', (event) => {
    if (isCovered(workstation.screen.getState())) return false;
    const reading = event.target instanceof Element && event.target.closest(`#${DETAILS_ID}`) !== null;
    return actOn(event, {
      reprint: () => void copy(),
      returnGoods: giveBack,
      ...(reading && { dismiss: () => resumeIn(SEARCH_ID) }),
    });
  });
  return (
    <div className="details-actions">
      <p role="status">{copied && t('receipt.copied')}</p>
      <PushButton label={t('receipt.copy')} keyId="reprint" disabled={!copyable} onPress={() => void copy()} />
      <PushButton
        label={t('action.returnGoods')}
        keyId="returnGoods"
        disabled={overtaken || !isReturnable(receipt)}
        onPress={giveBack}
      />
    </div>
  );
}
