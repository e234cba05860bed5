import './manual-discount-dialog.css';
import { useTranslation } from 'react-i18next';
import { Choice } from '../../../components/choice.tsx';
import { useWorkstation } from '../../../context.tsx';
import { DiscountCustomer } from './discount-customer.tsx';
import { DiscountForm } from './discount-form.tsx';
import { MarkUpForm } from './mark-up-form.tsx';

/** The manual discount: bonuses taken off the receipt, or a sum put on top of it. */
export function ManualDiscountDialog({ markUp }: { readonly markUp: boolean }) {
  const { t } = useTranslation();
  const { screen } = useWorkstation();
  const choose = (kind: 'discount' | 'markUp') =>
    screen.setState({ dialog: { kind: 'manual-discount', markUp: kind === 'markUp' } });
  return (
    <div className="dialog-form dialog-form--fields">
      <Choice
        label={t('discount.kind')}
        labelHidden
        options={(['discount', 'markUp'] as const).map((value) => ({ value, label: t(`discount.${value}`) }))}
        value={markUp ? 'markUp' : 'discount'}
        onChange={choose}
      />
      {markUp ? (
        <MarkUpForm />
      ) : (
        <>
          <DiscountCustomer />
          <DiscountForm />
        </>
      )}
    </div>
  );
}
