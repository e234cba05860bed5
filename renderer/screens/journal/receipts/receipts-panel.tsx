import { useCallback, useLayoutEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { focusOn, resumeIn } from '../../../components/focus.ts';
import { PushButton } from '../../../components/push-button.tsx';
import { useWorkstation } from '../../../context.tsx';
import { typesSign } from '../../../keys/chord.ts';
import { useKeyPress } from '../../../keys/use-keys.ts';
import { isCovered } from '../../../screen.ts';
import { DetailsPane } from '../details/details-pane.tsx';
import { SEARCH_ID } from '../ids.ts';
import { EVERYTHING, isEverything, readFilter } from './filter-draft.ts';
import { ReceiptFilters } from './receipt-filters.tsx';
import { ReceiptList } from './receipt-list.tsx';
import { rowAt } from './receipt-pages.ts';
import { ReceiptsFoot } from './receipts-foot.tsx';
import { useReceiptRows } from './use-receipt-rows.ts';

/** A row is marked anew, and brought into sight, also when it is the same one. */
const FIRST = { row: 0 };

/** Receipts of the journal: found by what is typed and chosen, looked through by arrow keys, each with all that is known of it. */
export function ReceiptsPanel() {
  const { t } = useTranslation();
  const { screen } = useWorkstation();
  const [draft, setDraft] = useState(EVERYTHING);
  const [marked, setMarked] = useState(FIRST);
  const filter = useMemo(() => readFilter(draft, new Date()), [draft]);
  const { known, onSeen } = useReceiptRows(filter);
  const total = known.total ?? 0;
  const row = Math.min(marked.row, Math.max(0, total - 1));
  const mark = useCallback((next: number) => setMarked({ row: next }), []);
  useLayoutEffect(() => focusOn(SEARCH_ID), []);
  useKeyPress('place', (event) => {
    const typing = event.target instanceof HTMLInputElement && event.target.type === 'text';
    // Whatever has the keyboard, a number that is typed is looked for.
    if (typesSign(event) && !typing && !isCovered(screen.getState())) resumeIn(SEARCH_ID);
    return false;
  });

  const show = (next: typeof draft) => {
    setDraft(next);
    setMarked({ row: 0 });
  };
  return (
    <>
      <main className="journal-screen__main">
        <ReceiptFilters draft={draft} onChange={show} row={total > 0 ? row : null} />
        {known.total === 0 ? (
          <section className="journal-screen__nothing panel" role="status">
            <b>{t(isEverything(draft) ? 'journal.empty' : 'journal.nothing')}</b>
            <p>{t(isEverything(draft) ? 'journal.emptyHelp' : 'journal.nothingHelp')}</p>
            {!isEverything(draft) && <PushButton label={t('journal.showAll')} onPress={() => show(EVERYTHING)} />}
          </section>
        ) : (
          <ReceiptList known={known} marked={marked} row={row} onMark={mark} onSeen={onSeen} />
        )}
        <ReceiptsFoot filter={filter} total={known.total} />
      </main>
      <DetailsPane receipt={rowAt(known, row)?.id ?? null} />
    </>
  );
}
