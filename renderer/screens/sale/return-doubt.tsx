import './return-doubt.css';
import { Loader } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { PushButton } from '../../components/push-button.tsx';
import { useScreen, useView, useWorkstation } from '../../context.tsx';
import { actOn, useKeyPress } from '../../keys/use-keys.ts';
import { isCovered } from '../../screen.ts';

/** Stands as long as nobody knows whether a return was written; where the program cannot find out it asks. */
export function ReturnDoubt() {
  const returnInDoubt = useView((view) => view.returnInDoubt);
  return (
    <div role="alert" className="message__region">
      {returnInDoubt?.entry === null && <BeingFoundOut number={returnInDoubt.number} />}
      {returnInDoubt && returnInDoubt.entry !== null && (
        <Asked key={returnInDoubt.entry} number={returnInDoubt.number} entry={returnInDoubt.entry} />
      )}
    </div>
  );
}

function BeingFoundOut({ number }: { readonly number: number }) {
  const { t } = useTranslation();
  return (
    <div className="message return-doubt" data-tone="warning">
      <Loader size="1.25rem" color="currentColor" aria-hidden />
      <p className="message__text">
        <b>{t('return.inDoubt', { number })}</b> {t('return.inDoubtHelp')}
      </p>
    </div>
  );
}

/** Whether the service has the return is seen in its own cabinet alone: a second one would give the goods back twice. */
function Asked({ number, entry }: { readonly number: number; readonly entry: number }) {
  const { t } = useTranslation();
  const { run, screen } = useWorkstation();
  const deciding = useScreen(({ running }) => running.includes('outbox.accept') || running.includes('outbox.deny'));
  const accept = () => void run('outbox.accept', { id: entry });
  const deny = () => void run('outbox.deny', { id: entry });
  useKeyPress('part', (event) =>
    isCovered(screen.getState()) || deciding ? false : actOn(event, { isThere: accept, isNotThere: deny }),
  );
  return (
    <div className="message return-doubt return-doubt--asked" data-tone="warning">
      <p className="message__text">
        <b>{t('return.asked', { number })}</b> {t('return.askedHelp')}
      </p>
      <div className="return-doubt__answers">
        <PushButton label={t('return.askedYes')} keyId="isThere" disabled={deciding} onPress={accept} />
        <PushButton label={t('return.askedNo')} keyId="isNotThere" disabled={deciding} onPress={deny} />
        <PushButton label={t('return.askedLater')} onPress={() => void run('outbox.later', { id: entry })} />
      </div>
    </div>
  );
}
