import './writing-notice.css';
import { Loader } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useInitialFocus } from '../../components/focus.ts';
import { DialogMessage } from '../../components/message.tsx';
import { PushButton } from '../../components/push-button.tsx';
import { useView, useWorkstation } from '../../context.tsx';
import { useFailure } from './use-dialog-message.ts';

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

/** No answer came: says what that means, and lets the cashier ask again. */
export function DoubtNotice() {
  const { t } = useTranslation();
  const { run } = useWorkstation();
  const checking = useView((view) => view.busy === 'resolving');
  const focus = useInitialFocus<HTMLButtonElement>();
  const failure = useFailure();
  return (
    <div className="dialog-form">
      <div className="writing-notice" role="alert">
        <p>{t('doubt.help')}</p>
      </div>
      <DialogMessage message={failure} />
      <PushButton
        {...focus}
        label={t(checking ? 'doubt.checking' : 'doubt.again')}
        keyId="confirm"
        tone="primary"
        waiting={checking}
        onPress={() => void run('sale.resolve', undefined)}
      />
    </div>
  );
}
