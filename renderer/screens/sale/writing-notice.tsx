import './writing-notice.css';
import { Loader } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** The receipt is on its way. */
export function WritingNotice() {
  const { t } = useTranslation();
  return (
    <div className="writing-notice" role="status">
      <Loader size="2rem" aria-hidden />
      <p>{t('writing.help')}</p>
    </div>
  );
}
