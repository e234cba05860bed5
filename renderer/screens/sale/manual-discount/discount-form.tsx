import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ZERO } from '../../../../app/domain/money.ts';
import { DialogButtons } from '../../../components/dialog-buttons.tsx';
import { Figure } from '../../../components/figure.tsx';
import { useInitialFocus } from '../../../components/focus.ts';
import { DialogMessage } from '../../../components/message.tsx';
import { useFormat, useScreen, useView, useWorkstation } from '../../../context.tsx';
import { dismiss } from '../../../frame/in-front.ts';
import { useDialogMessage } from '../../../frame/use-dialog-message.ts';
import { applyDiscount } from './discount-actions.ts';
import { DiscountPin } from './discount-pin.tsx';
import { type DiscountDraft, linkSums } from './linked-sums.ts';
import { SumAfter } from './sum-after.tsx';
import { SumFields } from './sum-fields.tsx';

/** How much is taken off, and what that leaves to pay. */
export function DiscountForm() {
  const { t } = useTranslation();
  const format = useFormat();
  const workstation = useWorkstation();
  const message = useDialogMessage();
  const sale = useView((view) => view.sale);
  const { totals, redemption, calculated, customer, pin: confirmation } = sale;
  const running = useScreen((screen) => screen.running);
  const focus = useInitialFocus<HTMLInputElement>(customer !== null && !confirmation.needed);
  const [pin, setPin] = useState('');
  /** `null` shows what the sale says. */
  const [draft, setDraft] = useState<DiscountDraft | null>(() => typedBefore(workstation.screen.getState().redemption));
  const shown = draft ?? { typed: 'sum', text: redemption.chosen > 0 ? format.typed(redemption.chosen) : '' };
  const linked = linkSums(shown, totals.lines);
  // A limit of before the receipt changed says nothing: then the desk clamps what is too much and tells it.
  const overMost = calculated && redemption.limit !== null && (linked.sum ?? ZERO) > redemption.limit;

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (linked.sum === null || overMost) return;
    if (await applyDiscount(workstation, linked.sum, pin)) setDraft(null);
  };
  return (
    <form className="dialog-form dialog-form--fields" onSubmit={submit}>
      <dl className="manual-discount__figures">
        <Figure label={t('discount.before')} value={format.money(totals.lines)} />
        <Figure
          label={t('discount.most')}
          value={redemption.limit === null ? t('redemption.unknown') : format.money(redemption.limit)}
        />
      </dl>
      <SumFields
        {...focus}
        of="discount"
        draft={shown}
        linked={linked}
        onChange={setDraft}
        tooMuch={overMost ? t('discount.overMost') : null}
      />
      <DiscountPin pin={pin} change={setPin} />
      <SumAfter sum={linked.sum ?? ZERO} markUp={false} />
      <DialogMessage message={message} />
      <DialogButtons
        confirm={t('discount.confirm')}
        waiting={running.includes('sale.calculate') || running.includes('pin.check')}
        disabled={linked.sum === null || overMost}
        onCancel={() => dismiss(workstation)}
      />
    </form>
  );
}

function typedBefore(redemption: string | null): DiscountDraft | null {
  return redemption === null ? null : { typed: 'sum', text: redemption };
}
