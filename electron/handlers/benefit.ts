import type { benefitCommands } from '../../app/contract/benefit.ts';
import { problem } from '../../app/domain/problem.ts';
import { fail } from '../../app/domain/result.ts';
import type { Benefits } from '../../app/sale/benefits/benefits.ts';
import type { HandlersOf } from '../ipc.ts';

const NOT_SET = fail(problem('benefit-not-set'));

/** The commands of benefits; a till without the ЕЦС refuses them all. */
export function benefitHandlers(benefits: Benefits | null): HandlersOf<keyof typeof benefitCommands> {
  const { steps, decisions } = benefits ?? {};
  return {
    'benefit.services': () => steps?.services() ?? NOT_SET,
    'benefit.choose': ({ service }) => steps?.choose(service) ?? NOT_SET,
    'benefit.card': ({ text, series }) => steps?.card(text, series) ?? NOT_SET,
    'benefit.putAway': () => steps?.putAway() ?? NOT_SET,
    'benefit.check': ({ price }) => steps?.check(price) ?? NOT_SET,
    'benefit.give': (decision) => decisions?.give(decision) ?? NOT_SET,
    'benefit.decline': ({ caseId }) => decisions?.decline(caseId) ?? NOT_SET,
    'benefit.takeOff': ({ caseId }) => decisions?.takeOff(caseId) ?? NOT_SET,
    'benefit.history': (interval) => steps?.history(interval) ?? NOT_SET,
  };
}
