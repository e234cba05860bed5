import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LONGEST } from '../../../../app/contract/limits.ts';
import type { CustomerView } from '../../../../app/contract/view.ts';
import { useInitialFocus } from '../../../components/focus.ts';
import { PushButton } from '../../../components/push-button.tsx';
import { TextField } from '../../../components/text-field.tsx';
import { useFormat, useView, useWorkstation } from '../../../context.tsx';
import { maskedPhone } from '../../../text/masked-phone.ts';

/** Whose bonuses are taken off; without a customer, a field to identify one. */
export function DiscountCustomer() {
  const customer = useView((view) => view.sale.customer);
  return customer ? <Known customer={customer} /> : <Unknown />;
}

function Known({ customer }: { readonly customer: CustomerView }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div className="manual-discount__customer">
      <p>
        <b>{customer.name || t('customer.nameless')}</b>
        <span>{maskedPhone(t, customer.phoneEnding)}</span>
      </p>
      <p>
        <span>{t('customer.balance')}</span>
        <b>{format.money(customer.balance)}</b>
      </p>
    </div>
  );
}

function Unknown() {
  const { t } = useTranslation();
  const { run, screen } = useWorkstation();
  const focus = useInitialFocus<HTMLInputElement>();
  const identifying = useView((view) => view.busy === 'identifying');
  const [text, setText] = useState('');
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (text.trim() === '' || screen.getState().running.includes('customer.identify')) return;
    await run('customer.identify', { text });
    focus.ref.current?.select();
  };
  return (
    <form className="manual-discount__identify" onSubmit={submit}>
      <TextField
        {...focus}
        label={t('discount.customer')}
        kind="text"
        maxLength={LONGEST.code}
        placeholder={t('discount.customerHelp')}
        value={text}
        onChange={setText}
      />
      <PushButton label={t('discount.authorise')} tone="primary" waiting={identifying} disabled={text.trim() === ''} />
    </form>
  );
}
