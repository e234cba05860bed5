import { useTranslation } from 'react-i18next';
import { useInitialFocus } from '../../components/focus.ts';
import { PushButton } from '../../components/push-button.tsx';
import { useWorkstation } from '../../context.tsx';
import { UnsoldList } from '../../frame/unsold/unsold-list.tsx';
import { actOn, useKeyPress } from '../../keys/use-keys.ts';

/** Before money is taken: goods were scanned that are not on the receipt. The keyboard starts on neither answer. */
export function PayWithoutUnsold({ onCancel }: { readonly onCancel: () => void }) {
  const { t } = useTranslation();
  const { run } = useWorkstation();
  const focus = useInitialFocus<HTMLDivElement>();
  const acknowledge = () => void run('unsold.acknowledge', undefined);
  useKeyPress('dialog', (event) => actOn(event, { acknowledge }));
  return (
    <div className="dialog-form">
      <div {...focus} className="message" data-tone="error" tabIndex={-1}>
        <UnsoldList />
      </div>
      <p className="dialog-form__help">{t('unsold.payHelp')}</p>
      <div className="dialog-form__buttons">
        <PushButton label={t('unsold.back')} keyId="dismiss" onPress={onCancel} />
        <PushButton label={t('unsold.pay')} keyId="acknowledge" onPress={acknowledge} />
      </div>
    </div>
  );
}
