import './receipt-filters.css';
import { useTranslation } from 'react-i18next';
import { RECEIPT_STATES } from '../../../../app/domain/receipt-state.ts';
import { Choice } from '../../../components/choice.tsx';
import { SelectField } from '../../../components/select-field.tsx';
import { TextField } from '../../../components/text-field.tsx';
import { parseDay } from '../../../typed-day.ts';
import { RECEIPTS_ID, receiptRowId, SEARCH_ID } from '../ids.ts';
import { type FilterDraft, PERIODS, withDay, withPeriod } from './filter-draft.ts';

type ReceiptFiltersProps = {
  readonly draft: FilterDraft;
  readonly onChange: (draft: FilterDraft) => void;
  /** The marked row of the list; `null` when it is empty. */
  readonly row: number | null;
};

const LONGEST_SEARCH = 12;
/** "21.11.2026" */
const WHOLE_DAY = 10;

/** What the list is narrowed by. The keyboard stays in the first field and moves through the list from there. */
export function ReceiptFilters({ draft, onChange, row }: ReceiptFiltersProps) {
  const { t } = useTranslation();
  const wrongDay = draft.day.trim().length >= WHOLE_DAY && parseDay(draft.day) === null;
  return (
    <search className="receipt-filters">
      <div className="receipt-filters__search">
        <TextField
          id={SEARCH_ID}
          data-autofocus
          label={t('journal.search')}
          labelHidden
          placeholder={t('journal.search')}
          kind="numeric"
          maxLength={LONGEST_SEARCH}
          value={draft.text}
          onChange={(text) => onChange({ ...draft, text })}
          searches={{ listId: RECEIPTS_ID, activeId: row === null ? undefined : receiptRowId(row) }}
        />
      </div>
      <SelectField
        label={t('journal.state')}
        options={[
          { value: 'any', label: t('journal.anyState') },
          ...RECEIPT_STATES.map((state) => ({ value: state, label: t(`receiptState.${state}`) })),
        ]}
        value={draft.state}
        onChange={(state) => onChange({ ...draft, state })}
      />
      <Choice
        label={t('journal.period')}
        labelHidden
        options={PERIODS.map((period) => ({ value: period, label: t(`journal.${period}`) }))}
        value={draft.period === 'day' ? null : draft.period}
        onChange={(period) => onChange(withPeriod(draft, period))}
      />
      <TextField
        label={t('journal.day')}
        labelHidden
        placeholder={t('journal.dayForm')}
        kind="day"
        maxLength={WHOLE_DAY}
        value={draft.day}
        onChange={(day) => onChange(withDay(draft, day))}
        error={wrongDay ? t('journal.dayWrong') : null}
      />
    </search>
  );
}
