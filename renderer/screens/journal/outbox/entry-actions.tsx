import { useTranslation } from 'react-i18next';
import type { OutboxRow } from '../../../../app/contract/outbox.ts';
import { PushButton } from '../../../components/push-button.tsx';
import { useScreen, useWorkstation } from '../../../context.tsx';
import { actOn, useKeyPress } from '../../../keys/use-keys.ts';
import { isCovered } from '../../../screen.ts';
import { decisionLabels } from './decision-words.ts';
import { askToAccept, askToDeny, askToSetAside, retry } from './outbox-actions.ts';

/** What a person can decide about something that is yet to be sent. */
export function EntryActions({ entry }: { readonly entry: OutboxRow }) {
  const { t } = useTranslation();
  const workstation = useWorkstation();
  const retrying = useScreen((screen) => screen.running.includes('outbox.retry'));
  const words = decisionLabels(entry.kind);
  // A return that may be there already is sent again by a person's word alone.
  const repeatable = !(entry.kind === 'receipt-return' && entry.state === 'dead' && entry.deniable);
  const again = () => void retry(workstation, entry);
  const accept = () => askToAccept(workstation, entry);
  const deny = () => askToDeny(workstation, entry);
  useKeyPress('part', (event) => {
    if (isCovered(workstation.screen.getState())) return false;
    // On a button Enter presses the button.
    const onButton = event.target instanceof HTMLButtonElement;
    return actOn(event, {
      removeLine: () => askToSetAside(workstation, entry),
      ...(!onButton && repeatable && { confirm: again }),
      ...(entry.acceptable && { isThere: accept }),
      ...(entry.deniable && { isNotThere: deny }),
    });
  });
  return (
    <div className="entry-actions">
      {repeatable && (
        <PushButton
          label={t('outbox.retry')}
          keyId="confirm"
          tone={entry.inDoubt && entry.acceptable ? 'plain' : 'primary'}
          waiting={retrying}
          onPress={again}
        />
      )}
      {entry.acceptable && (
        <PushButton
          label={t(words.accept)}
          tone={entry.inDoubt ? 'primary' : 'plain'}
          keyId="isThere"
          onPress={accept}
        />
      )}
      {entry.deniable && <PushButton label={t(words.deny)} keyId="isNotThere" onPress={deny} />}
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
