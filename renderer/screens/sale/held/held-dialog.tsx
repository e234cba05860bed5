import { dismiss } from '../../../frame/in-front.ts';
import './held-dialog.css';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HeldView } from '../../../../app/contract/view.ts';
import { total } from '../../../../app/domain/payment.ts';
import { DialogButtons } from '../../../components/dialog-buttons.tsx';
import { DialogMessage } from '../../../components/message.tsx';
import { OptionList } from '../../../components/option-list.tsx';
import { useFormat, useScreen, useView, useWorkstation } from '../../../context.tsx';
import { useDialogMessage } from '../../../frame/use-dialog-message.ts';
import { takenWords } from '../../../money-words.ts';
import { maskedPhone } from '../../../text/masked-phone.ts';
import { isBlank } from '../actions.ts';

/** The receipts put aside: arrow keys move through them, Enter takes one back, and the dialog goes with it. */
export function HeldDialog() {
  const { t } = useTranslation();
  const workstation = useWorkstation();
  const message = useDialogMessage();
  const held = useView((view) => view.held);
  const swaps = useView(({ sale }) => sale.stage === 'open' && !isBlank(sale));
  const taking = useScreen((screen) => screen.running.includes('receipt.takeBack'));
  const [at, setAt] = useState(0);
  const take = (receipt: HeldView | undefined) => {
    if (receipt && !taking) void workstation.run('receipt.takeBack', { receipt: receipt.id });
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    take(held[at]);
  };
  return (
    <form className="dialog-form dialog-form--fields held-dialog" onSubmit={submit}>
      <OptionList
        label={t('held.list')}
        items={held}
        keyOf={(receipt) => receipt.id}
        at={at}
        onMove={setAt}
        onTake={take}
        focused
      >
        {(receipt) => <HeldReceipt receipt={receipt} />}
      </OptionList>
      {swaps && <p className="dialog-form__help">{t('held.swapHelp')}</p>}
      <DialogMessage message={message} />
      <DialogButtons confirm={t('held.take')} waiting={taking} onCancel={() => dismiss(workstation)} />
    </form>
  );
}

/** By what its customer can be asked for. */
function HeldReceipt({ receipt }: { readonly receipt: HeldView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { number, lines, due, taken, phoneEnding } = receipt;
  return (
    <>
      <b>{t('return.number', { number })}</b>
      <span>{phoneEnding === null ? t('return.anonymous') : maskedPhone(t, phoneEnding)}</span>
      <span>
        {total(taken) > 0 ? t('held.taken', { money: takenWords(t, taken) }) : t('held.lines', { count: lines })}
      </span>
      <b>{format.money(due)}</b>
    </>
  );
}
