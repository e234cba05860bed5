import { useTranslation } from 'react-i18next';
import { useView } from '../../context.tsx';
import { sentence } from '../../text/sentence.ts';

/** There is no room for more. */
const MOST_SHOWN = 3;

/** How many scans were not sold, and the latest of them. */
export function UnsoldList() {
  const { t } = useTranslation();
  const unsold = useView((view) => view.unsold);
  const count = unsold.reduce((sum, { times }) => sum + times, 0);
  const latest = unsold.slice(-MOST_SHOWN).toReversed();
  const words = latest.map(({ text, times, problem }) => {
    const said = sentence(t, problem);
    const named = text === '' || said.includes(text) ? said : `${text}: ${said}`;
    return times > 1 ? `${named} ${t('unsold.times', { times })}` : named;
  });
  return (
    <p className="message__text">
      <b>{t('unsold.title', { count })}</b> {words.join(' ')}
      {unsold.length > latest.length && ` ${t('unsold.more', { count: unsold.length - latest.length })}`}
    </p>
  );
}
