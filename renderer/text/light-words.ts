import type { TFunction } from 'i18next';
import type { Light } from '../../app/contract/view.ts';
import { ru } from './ru.ts';
import { advice, sentence } from './sentence.ts';

/** How a service or device is, in a word or two. */
export function stateWord(t: TFunction, { state, problem }: Light): string {
  return problem && hasWord(problem.code) ? t(`lightProblem.${problem.code}`) : t(`light.${state}`);
}

/** What is wrong with it and what to do; `null` while nothing is. */
export function helpOf(t: TFunction, { problem }: Light): string | null {
  return problem && [sentence(t, problem), advice(t, problem)].filter(Boolean).join(' ');
}

function hasWord(code: string): code is keyof typeof ru.lightProblem {
  return code in ru.lightProblem;
}
