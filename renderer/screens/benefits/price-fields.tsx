import './price-fields.css';
import { useTranslation } from 'react-i18next';
import type { Kopecks } from '../../../app/domain/money.ts';
import type { Result } from '../../../app/domain/result.ts';
import type { NumberFault } from '../../../app/domain/typed-number.ts';
import { Choice } from '../../components/choice.tsx';
import { TextField } from '../../components/text-field.tsx';
import { useFormat } from '../../context.tsx';
import { wrongSum } from '../../text/number-words.ts';
import type { PriceDraft, Target } from './price-draft.ts';

type TargetChoiceProps = {
  readonly targets: readonly Target[];
  readonly target: Target;
  readonly draft: PriceDraft;
  readonly onDraft: (draft: PriceDraft) => void;
};

/** Where the discount goes; what was typed for one thing does not hold for another. */
export function TargetChoice({ targets, target, draft, onDraft }: TargetChoiceProps) {
  const { t } = useTranslation();
  if (targets.length === 1) return <p className="price-fields__note">{t('benefits.noReceipt')}</p>;
  return (
    <div className="price-fields__target">
      <Choice
        label={t('benefits.onto')}
        options={targets.map(({ onto }) => ({ value: onto, label: t(`benefits.${onto}`) }))}
        value={target.onto}
        onChange={(onto) => onDraft({ ...draft, onto, price: null, discountedPrice: null })}
      />
      {target.onto === 'line' && <p className="price-fields__note">{target.name}</p>}
    </div>
  );
}

type PriceFieldProps = Pick<TargetChoiceProps, 'draft' | 'onDraft'> & {
  readonly price: Result<Kopecks | null, NumberFault>;
};

/** What the service costs without the benefit. */
export function PriceField({ draft, onDraft, price }: PriceFieldProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const suggested = price.ok && price.value !== null ? format.typed(price.value) : '';
  return (
    <TextField
      label={t('benefits.price')}
      value={draft.price ?? suggested}
      onChange={(text) => onDraft({ ...draft, price: text })}
      error={price.ok ? null : wrongSum(t, price.error)}
    />
  );
}
