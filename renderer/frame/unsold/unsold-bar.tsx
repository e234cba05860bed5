import '../warnings/warnings.css';
import { useTranslation } from 'react-i18next';
import { PushButton } from '../../components/push-button.tsx';
import { useView, useWorkstation } from '../../context.tsx';
import { UnsoldList } from './unsold-list.tsx';

/** On every place stands until the cashier says that they have seen it, whatever is scanned meanwhile: goods that are not on the receipt. */
export function UnsoldBar() {
  const { t } = useTranslation();
  const { run } = useWorkstation();
  const isThere = useView((view) => view.unsold.length > 0);
  return (
    <div role="alert" className="message__region warning-bar">
      {isThere && (
        <div className="message" data-tone="error">
          <UnsoldList />
          <PushButton
            label={t('unsold.acknowledge')}
            keyId="acknowledge"
            onPress={() => void run('unsold.acknowledge', undefined)}
          />
        </div>
      )}
    </div>
  );
}
