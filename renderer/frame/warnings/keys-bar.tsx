import './warnings.css';
import { useTranslation } from 'react-i18next';
import { MessageText } from '../../components/message.tsx';
import { PushButton } from '../../components/push-button.tsx';
import { useView, useWorkstation } from '../../context.tsx';
import { readKeys } from '../in-front.ts';

/** On every place for as long as the key of a service is not at hand: why, and how it is read again without a restart. */
export function KeysBar() {
  const { t } = useTranslation();
  const workstation = useWorkstation();
  const keys = useView((view) => view.keys);
  return (
    <div role="alert" className="message__region warning-bar">
      {keys && (
        <div className="message" data-tone="warning">
          <MessageText message={{ ...keys, tone: 'warning' }} />
          <PushButton label={t('keys.readAgain')} keyId="readKeys" onPress={() => readKeys(workstation)} />
        </div>
      )}
    </div>
  );
}
