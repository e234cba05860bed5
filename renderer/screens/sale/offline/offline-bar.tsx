import { useTranslation } from 'react-i18next';
import { useView } from '../../../context.tsx';
import { barWords } from './offline-words.ts';

/** Stands as long as the loyalty service does not answer: what can and what cannot be done without it. */
export function OfflineBar() {
  const { t } = useTranslation();
  const offline = useView((view) => view.offline);
  return (
    <div role="status" className="message__region">
      {offline && (
        <div className="message" data-tone="warning">
          <p className="message__text">
            <b>{barWords(t, offline)}</b> {t(offline.queueing ? 'offline.queueing' : 'offline.refusing')}
          </p>
        </div>
      )}
    </div>
  );
}
