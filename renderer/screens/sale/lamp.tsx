import './lamp.css';
import { VisuallyHidden } from '@mantine/core';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Light } from '../../../app/contract/view.ts';
import { ru } from '../../text/ru.ts';
import { advice, sentence } from '../../text/sentence.ts';

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

function stateWord(t: TFunction, { state, problem }: Light): string {
  return problem && hasWord(problem.code) ? t(`lightProblem.${problem.code}`) : t(`light.${state}`);
}

function helpOf(t: TFunction, { problem }: Light): string | null {
  return problem && [sentence(t, problem), advice(t, problem)].filter(Boolean).join(' ');
}

function hasWord(code: string): code is keyof typeof ru.lightProblem {
  return code in ru.lightProblem;
}
