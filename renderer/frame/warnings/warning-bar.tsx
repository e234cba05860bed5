import './warnings.css';
import { useTranslation } from 'react-i18next';
import { MessageText } from '../../components/message.tsx';
import { PushButton } from '../../components/push-button.tsx';
import { useView, useWorkstation } from '../../context.tsx';

/** What people have to know beside the receipt, on every place, until somebody says that they have read it. */
export function WarningBar() {
  const { t } = useTranslation();
  const { run } = useWorkstation();
  const unseen = useView((view) => view.warnings).filter(({ seen }) => !seen);
  const latest = unseen.at(-1);
  return (
    <div role="alert" className="message__region warning-bar">
      {latest && (
        <div className="message" data-tone="warning">
          <div>
            <MessageText message={{ ...latest, tone: 'warning' }} />
            {unseen.length > 1 && <p>{t('warnings.more', { count: unseen.length - 1 })}</p>}
          </div>
          <PushButton
            label={t('unsold.acknowledge')}
            keyId="acknowledge"
            onPress={() => void run('warnings.acknowledge', undefined)}
          />
        </div>
      )}
    </div>
  );
}
