import './lamp.css';
import { VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Light } from '../../app/contract/view.ts';
import { helpOf, stateWord } from '../text/light-words.ts';
import { LampDetails } from './lamp-details.tsx';

type LampProps = { readonly light: Light };

/** One light of the header. */
export function Lamp({ light }: LampProps) {
  const { t } = useTranslation();
  const { kind, name, state } = light;
  const words = t('light.named', { name, state: stateWord(t, light) });
  return (
    <li className="lamp" data-state={state} data-long={kind !== 'service'}>
      <LampDetails label={name} lights={[light]} title={helpOf(t, light) ?? words}>
        <Words light={light} />
      </LampDetails>
    </li>
  );
}

/** What is in trouble says so in words, never by colour alone; where it gets narrow the name gives way, not they. */
function Words({ light }: LampProps) {
  const { t } = useTranslation();
  const { name, state } = light;
  const words = t('light.named', { name: '', state: stateWord(t, light) });
  return (
    <span className="lamp__words">
      <span className="lamp__name">{name}</span>
      {state === 'ok' && <VisuallyHidden> {t('light.ok')}</VisuallyHidden>}
      {state === 'unknown' && <VisuallyHidden>{words}</VisuallyHidden>}
      {(state === 'warning' || state === 'down') && <span className="lamp__state">{words}</span>}
    </span>
  );
}
