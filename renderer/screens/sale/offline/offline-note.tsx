import './offline-note.css';
import { useTranslation } from 'react-i18next';
import { useView } from '../../../context.tsx';

type OfflineNoteProps = { readonly why: 'redemption' | 'certificate' | 'promo' };

/** Why this cannot be had while the loyalty service does not answer; nothing while it does. */
export function OfflineNote({ why }: OfflineNoteProps) {
  const { t } = useTranslation();
  const offline = useView((view) => view.offline !== null);
  return offline && <p className="offline-note">{t(`offline.${why}`)}</p>;
}
