import './lamp.css';
import { VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Light } from '../../../app/contract/view.ts';
import { helpOf, stateWord } from '../../text/light-words.ts';

/** One light of the header. What is not well says so in words, never by colour alone. */
export function Lamp({ light }: { readonly light: Light }) {
  const { t } = useTranslation();
  const words = t('light.named', { name: light.name, state: stateWord(t, light) });
  return (
    <li className="lamp" data-state={light.state} title={helpOf(t, light) ?? words}>
      {light.state === 'ok' ? (
        <span className="lamp__word">
          {light.name}
          <VisuallyHidden> {t('light.ok')}</VisuallyHidden>
        </span>
      ) : (
        <span className="lamp__word">{words}</span>
      )}
    </li>
  );
}
