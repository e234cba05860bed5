import { UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { keyHints } from '../components/keys.tsx';
import { useView, useWorkstation } from '../context.tsx';
import { goTo } from '../places.ts';

/** How much is still on its way, to the printer and to the services; leads to what the services have yet to be told. */
export function QueueLamp() {
  const { t } = useTranslation();
  const workstation = useWorkstation();
  const slips = useView((view) => view.queue);
  const { waiting, dead } = useView((view) => view.outbox);
  const help = [t('header.queueHelp', { slips, waiting }), dead > 0 && t('header.queueDead', { dead })];
  return (
    <li className="lamp lamp--short" data-state={stateOf(slips + waiting, dead)}>
      <UnstyledButton
        className="lamp__button"
        {...keyHints('outbox')}
        title={help.filter(Boolean).join(' ')}
        onClick={() => goTo(workstation, 'journal', 'outbox')}
      >
        {t('header.queue', { count: slips + waiting + dead })}
      </UnstyledButton>
    </li>
  );
}

function stateOf(onTheWay: number, dead: number): 'ok' | 'warning' | 'down' {
  if (dead > 0) return 'down';
  return onTheWay > 0 ? 'warning' : 'ok';
}
