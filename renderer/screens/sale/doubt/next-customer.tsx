import { useTranslation } from 'react-i18next';
import { PushButton } from '../../../components/push-button.tsx';
import { useWorkstation } from '../../../context.tsx';
import { actOn, useKeyPress } from '../../../keys/use-keys.ts';

/** Leaves the receipt to the outbox, by the key that always brings the next one. */
export function NextCustomer() {
  const { t } = useTranslation();
  const { run } = useWorkstation();
  const park = () => void run('sale.park', undefined);
  useKeyPress('dialog', (event) => actOn(event, { newReceipt: park }));
  return <PushButton label={t('doubt.park')} keyId="newReceipt" onPress={park} />;
}
