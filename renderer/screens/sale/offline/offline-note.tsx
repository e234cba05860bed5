import './offline-note.css';
import { useTranslation } from 'react-i18next';
import { useView } from '../../../context.tsx';
import { sentence } from '../../../text/sentence.ts';
import { type Unallowed, unallowed } from './offline-words.ts';

/** Why this cannot be had while the loyalty service does not answer; nothing while it does. */
export function OfflineNote({ why }: { readonly why: Unallowed }) {
  const { t } = useTranslation();
  const offline = useView((view) => view.offline);
  return offline && <p className="offline-note">{sentence(t, unallowed(offline, why))}</p>;
}
