import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { TextField } from '../../../components/text-field.tsx';
import { useFormat } from '../../../context.tsx';
import { wrongSum } from '../../../text/number-words.ts';
import { readSum } from '../../../typed-sum.ts';
import type { DiscountDraft, LinkedSums } from './linked-sums.ts';

type SumFieldsProps = {
  /** What is said before the unit in both labels. */
  readonly of: 'discount' | 'markUp';
  readonly draft: DiscountDraft;
  readonly linked: LinkedSums;
  readonly onChange: (draft: DiscountDraft) => void;
  /** What to say of a sum that is more than it may be. */
  readonly tooMuch: string | null;
  readonly ref?: Ref<HTMLInputElement>;
  readonly 'data-autofocus'?: true;
};

/** The same said as a sum and as a percentage; typing in one fills in the other. */
export function SumFields({ of, draft, linked, onChange, tooMuch, ...focus }: SumFieldsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const empty = draft.text.trim() === '';
  const read = readSum(draft.text);
  const unreadable = read.ok ? null : wrongSum(t, read.error);
  const sum = linked.sum === null || empty ? '' : format.typed(linked.sum);
  const percent = linked.percent === null || empty ? '' : format.percent(linked.percent);
  return (
    <div className="manual-discount__sums">
      <TextField
        {...focus}
        label={t(`discount.${of}Sum`)}
        placeholder={format.percent(0)}
        value={draft.typed === 'sum' ? draft.text : sum}
        onChange={(text) => onChange({ typed: 'sum', text })}
        error={(draft.typed === 'sum' && unreadable) || tooMuch}
      />
      <TextField
        label={t(`discount.${of}Percent`)}
        placeholder={format.percent(0)}
        value={draft.typed === 'percent' ? draft.text : percent}
        onChange={(text) => onChange({ typed: 'percent', text })}
        error={draft.typed === 'percent' && linked.sum === null ? (unreadable ?? t('discount.percentWrong')) : null}
      />
    </div>
  );
}
