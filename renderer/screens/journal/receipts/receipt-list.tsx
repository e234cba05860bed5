import './receipt-list.css';
import { useEffect, useEffectEvent, useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { focusOn } from '../../../components/focus.ts';
import { useWorkstation } from '../../../context.tsx';
import { actOn, useKeyPress } from '../../../keys/use-keys.ts';
import { isCovered } from '../../../screen.ts';
import { DETAILS_ID, RECEIPTS_ID } from '../ids.ts';
import { type KnownRows, rowAt } from './receipt-pages.ts';
import { ReceiptRowLine } from './receipt-row.tsx';
import { useViewport, viewportOf } from './use-viewport.ts';
import { rowsOfPage, scrollTo, windowOf } from './window.ts';

type ReceiptListProps = {
  readonly known: KnownRows;
  /** Another object each time a row is marked, also when it is the same. */
  readonly marked: { readonly row: number };
  /** The marked row as far as there is one. */
  readonly row: number;
  readonly onMark: (row: number) => void;
  readonly onSeen: (first: number, count: number) => void;
};

/** Receipts as a list of any length, of which only what is in sight is drawn. Its keys work wherever the keyboard is. */
export function ReceiptList({ known, marked, row, onMark, onSeen }: ReceiptListProps) {
  const { t } = useTranslation();
  const { screen } = useWorkstation();
  const scroller = useRef<HTMLDivElement>(null);
  const viewport = useViewport(scroller);
  const total = known.total ?? 0;
  const { first, count, space, top } = windowOf(viewport, total);
  const drawn = Array.from({ length: count }, (_, place) => first + place);

  useEffect(() => onSeen(first, count), [onSeen, first, count]);
  const bringIntoSight = useEffectEvent((wanted: number) => {
    const element = scroller.current;
    if (element) element.scrollTop = scrollTo(wanted, viewportOf(element), total);
  });
  useLayoutEffect(() => bringIntoSight(marked.row), [marked]);

  const move = (to: number) => onMark(Math.max(0, Math.min(to, total - 1)));
  useKeyPress('place', (event) => {
    if (isCovered(screen.getState()) || hasOwnKeys(event.target)) return false;
    const page = rowsOfPage(viewport);
    return actOn(event, {
      lineUp: () => move(row - 1),
      lineDown: () => move(row + 1),
      pageUp: () => move(row - page),
      pageDown: () => move(row + page),
      firstLine: () => move(0),
      lastLine: () => move(total - 1),
      confirm: () => focusOn(DETAILS_ID),
    });
  });

  return (
    <section className="receipt-list panel">
      <div className="receipt-list__head" aria-hidden>
        <span>{t('journal.number')}</span>
        <span>{t('journal.at')}</span>
        <span>{t('journal.state')}</span>
        <span>{t('journal.customer')}</span>
        <span>{t('journal.paid')}</span>
        <span className="receipt-list__bonuses">{t('journal.bonuses')}</span>
      </div>
      <div
        ref={scroller}
        id={RECEIPTS_ID}
        className="receipt-list__scroll"
        role="listbox"
        aria-label={t('journal.list')}
      >
        <div className="receipt-list__space" style={{ height: space }}>
          <div style={{ transform: `translateY(${top}px)` }}>
            {drawn.map((one) => (
              <ReceiptRowLine
                key={one}
                row={one}
                total={total}
                receipt={rowAt(known, one)}
                marked={one === row}
                onMark={onMark}
              />
            ))}
          </div>
        </div>
      </div>
    </section>
  );
}

/** Arrow keys and Enter have a meaning of their own there. */
function hasOwnKeys(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(`select, button, [type="radio"], #${DETAILS_ID}`) !== null;
}
