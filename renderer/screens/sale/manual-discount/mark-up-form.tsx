import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LARGEST_AMOUNT, ZERO } from '../../../../app/domain/money.ts';
import { DialogButtons } from '../../../components/dialog-buttons.tsx';
import { Figure } from '../../../components/figure.tsx';
import { useInitialFocus } from '../../../components/focus.ts';
import { DialogMessage } from '../../../components/message.tsx';
import { useFormat, useScreen, useView, useWorkstation } from '../../../context.tsx';
import { dismiss } from '../../../frame/in-front.ts';
import { useDialogMessage } from '../../../frame/use-dialog-message.ts';
import { applyMarkUp } from './discount-actions.ts';
import { type DiscountDraft, linkSums } from './linked-sums.ts';
import { SumAfter } from './sum-after.tsx';
import { SumFields } from './sum-fields.tsx';

/** How much is put on top of the receipt. */
export function MarkUpForm() {
  const { t } = useTranslation();
  const format = useFormat();
  const workstation = useWorkstation();
  const message = useDialogMessage();
  const lines = useView((view) => view.sale.totals.lines);
  const adding = useScreen((screen) => screen.running.includes('sale.markUp'));
  const focus = useInitialFocus<HTMLInputElement>();
  const [draft, setDraft] = useState<DiscountDraft>({ typed: 'sum', text: '' });
  const linked = linkSums(draft, lines);
  const sum = linked.sum !== null && lines + linked.sum <= LARGEST_AMOUNT ? linked.sum : null;

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (sum) void applyMarkUp(workstation, sum);
  };
  return (
    <form className="dialog-form dialog-form--fields" onSubmit={submit}>
      <dl className="manual-discount__figures">
        <Figure label={t('discount.before')} value={format.money(lines)} />
      </dl>
      <SumFields
        {...focus}
        of="markUp"
        draft={draft}
        linked={linked}
        onChange={setDraft}
        tooMuch={linked.sum !== null && sum === null ? t('pay.tooMuch') : null}
      />
      <SumAfter sum={sum ?? ZERO} markUp />
      <DialogMessage message={message} />
      <DialogButtons
        confirm={t('discount.confirm')}
        waiting={adding}
        disabled={!sum}
        onCancel={() => dismiss(workstation)}
      />
    </form>
  );
}
