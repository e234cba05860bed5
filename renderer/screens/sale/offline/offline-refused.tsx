import type { SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { DialogButtons } from '../../../components/dialog-buttons.tsx';
import { DialogMessage } from '../../../components/message.tsx';
import { PushButton } from '../../../components/push-button.tsx';
import { useView, useWorkstation } from '../../../context.tsx';
import { actOn, useKeyPress } from '../../../keys/use-keys.ts';
import { calculate } from '../actions.ts';
import { dropWhatNeedsService, needsService } from './offline-checkout.ts';
import { unallowed } from './offline-words.ts';

/** The service does not answer, and something on the receipt is its to allow: wait for it, or go on without. */
export function OfflineRefused({ onCancel }: { readonly onCancel: () => void }) {
  const { t } = useTranslation();
  const workstation = useWorkstation();
  const what = needsService(useView((view) => view.sale));
  const offline = useView((view) => view.offline);
  const why = what && offline && unallowed(offline, what);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    void calculate(workstation);
  };
  const goOn = () => void dropWhatNeedsService(workstation);
  useKeyPress('dialog', (event) => actOn(event, { withoutService: goOn }));
  return (
    <form className="dialog-form" onSubmit={submit}>
      <DialogMessage message={why && { ...why, params: why.params, tone: 'warning' }} />
      <PushButton
        label={t(offline?.cause === 'service-unreachable' ? 'offline.drop' : 'offline.dropUnanswered')}
        keyId="withoutService"
        layout="row"
        onPress={goOn}
      />
      <DialogButtons confirm={t('pay.recalculate')} focused="confirm" onCancel={onCancel} />
    </form>
  );
}
