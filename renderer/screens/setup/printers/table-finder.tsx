import './table-finder.css';
import { useTranslation } from 'react-i18next';
import { TESTED_TABLES } from '../../../../app/domain/printing.ts';

type TableFinderProps = { readonly table: string; readonly onPick: (table: string) => void };

/** The lines of the test page by their numbers: whichever can be read has the table with Cyrillic. */
export function TableFinder({ table, onPick }: TableFinderProps) {
  const { t } = useTranslation();
  return (
    <fieldset className="table-finder">
      <legend>{t('tableFinder.question')}</legend>
      <p>{t('tableFinder.help')}</p>
      <div className="table-finder__tables">
        {TESTED_TABLES.map((one) => (
          <label key={one} className="table-finder__table">
            <input
              type="radio"
              name="code-table"
              checked={table === String(one)}
              aria-label={t('tableFinder.table', { table: one })}
              onChange={() => onPick(String(one))}
            />
            {one}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
