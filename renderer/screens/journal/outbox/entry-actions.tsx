import { useTranslation } from 'react-i18next';
import type { OutboxRow } from '../../../../app/contract/outbox.ts';
import { PushButton } from '../../../components/push-button.tsx';
import { useScreen, useWorkstation } from '../../../context.tsx';
import { actOn, useKeyPress } from '../../../keys/use-keys.ts';
import { isCovered } from '../../../screen.ts';
import { askToAccept, askToSetAside, retry } from './outbox-actions.ts';

/** What a person can decide about something that is yet to be sent. */
export function EntryActions({ entry }: { readonly entry: OutboxRow }) {
  const { t } = useTranslation();
  const workstation = useWorkstation();
  const retrying = useScreen((screen) => screen.running.includes('outbox.retry'));
  const again = () => void retry(workstation, entry);
  useKeyPress('part', (event) => {
    if (isCovered(workstation.screen.getState())) return false;
    // On a button Enter presses the button.
    const onButton = event.target instanceof HTMLButtonElement;
    return actOn(event, {
      removeLine: () => askToSetAside(workstation, entry),
      ...(!onButton && { confirm: again }),
    });
  });
  return (
    <div className="entry-actions">
      <PushButton
        label={t('outbox.retry')}
        keyId="confirm"
        tone={entry.acceptable ? 'plain' : 'primary'}
        waiting={retrying}
        onPress={again}
      />
      {entry.acceptable && (
        <PushButton label={t('outbox.accept')} tone="primary" onPress={() => askToAccept(workstation, entry)} />
      )}
      {entry.state === 'dead' && (
        <PushButton
          label={t('outbox.setAside')}
          keyId="removeLine"
          tone="danger"
          onPress={() => askToSetAside(workstation, entry)}
        />
      )}
    </div>
  );
}
