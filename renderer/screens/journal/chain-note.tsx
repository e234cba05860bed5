import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWorkstation } from '../../context.tsx';

/** Rows that are named; of more it is said that there are. */
const MOST_NAMED = 10;

/** Stands there as long as the journal does when its event log was changed: the warning itself comes only once. */
export function ChainNote() {
  const { t } = useTranslation();
  const breaks = useBreaks();
  if (breaks.length === 0) return null;
  const named = breaks.slice(0, MOST_NAMED).join(', ');
  const events = breaks.length > MOST_NAMED ? `${named} … (${breaks.length})` : named;
  return (
    <div className="message" data-tone="warning">
      <p className="message__text">{t('journal.broken', { events })}</p>
    </div>
  );
}

function useBreaks(): readonly number[] {
  const { read } = useWorkstation();
  const [breaks, setBreaks] = useState<readonly number[]>([]);
  useEffect(() => {
    let gone = false;
    void read('journal.breaks', undefined).then((answer) => {
      if (answer && !gone) setBreaks(answer);
    });
    return () => {
      gone = true;
    };
  }, [read]);
  return breaks;
}
