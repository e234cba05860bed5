import './line-table.css';
import { useCallback, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useScreen, useView, useWorkstation } from '../../context.tsx';
import { selectedLine } from '../../screen.ts';
import { AppliedCodes } from './applied-codes.tsx';
import { LINES_ID, rowId } from './ids.ts';
import { groupsOf, LineGroup } from './line-group.tsx';
import { LineTools } from './line-tools.tsx';

/** The lines of the receipt, the selected one always in sight. */
export function LineTable() {
  const { t } = useTranslation();
  const { screen } = useWorkstation();
  const lines = useView((view) => view.sale.lines);
  const selected = useScreen((now) => selectedLine(now)?.index);
  const scroller = useRef<HTMLDivElement>(null);
  const select = useCallback((index: number) => screen.setState({ cursor: index }), [screen]);
  useEffect(() => {
    if (lines.length === 0 || selected === undefined) return;
    const show = () => document.getElementById(rowId(selected))?.scrollIntoView({ block: 'nearest' });
    show();
    // Rows that come into sight get their true height only now and may push the selected one out again.
    const again = requestAnimationFrame(show);
    // A window made smaller, a message above or a chip below takes room from the rows.
    const resized = new ResizeObserver(show);
    if (scroller.current) resized.observe(scroller.current);
    return () => {
      cancelAnimationFrame(again);
      resized.disconnect();
    };
  }, [lines, selected]);

  if (lines.length === 0) return <EmptyReceipt />;
  return (
    <div className="line-table panel">
      <div ref={scroller} className="line-table__scroll">
        <table className="line-table__grid" id={LINES_ID} aria-label={t('lines.label')}>
          <thead>
            <tr>
              <th scope="col">{t('lines.number')}</th>
              <th scope="col">{t('lines.goods')}</th>
              <th scope="col">{t('lines.quantity')}</th>
              <th scope="col">{t('lines.price')}</th>
              <th scope="col">{t('lines.discount')}</th>
              <th scope="col">{t('lines.sum')}</th>
            </tr>
          </thead>
          {groupsOf(lines).map((group) => (
            <LineGroup
              key={group.first}
              lines={group.lines}
              first={group.first}
              selected={group.lines.some((line) => line.index === selected) ? selected : undefined}
              select={select}
            />
          ))}
        </table>
      </div>
      <AppliedCodes />
      <LineTools />
    </div>
  );
}

function EmptyReceipt() {
  const { t } = useTranslation();
  return (
    <div className="line-table panel">
      <section className="line-table" id={LINES_ID} aria-label={t('lines.label')}>
        <div className="line-table__nothing">
          <b>{t('lines.empty')}</b>
          <p>{t('lines.emptyHelp')}</p>
        </div>
        <AppliedCodes />
      </section>
      <LineTools />
    </div>
  );
}
