import './return-doubt.css';
import { Loader } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useView } from '../../context.tsx';

/** Stands as long as nobody knows whether a return was written. */
export function ReturnDoubt() {
  const { t } = useTranslation();
  const number = useView((view) => view.returnInDoubt?.number ?? null);
  return (
    <div role="alert" className="message__region">
      {number !== null && (
        <div className="message return-doubt" data-tone="warning">
          <Loader size="1.25rem" color="currentColor" aria-hidden />
          <p className="message__text">
            <b>{t('return.inDoubt', { number })}</b> {t('return.inDoubtHelp')}
          </p>
        </div>
      )}
    </div>
  );
}
