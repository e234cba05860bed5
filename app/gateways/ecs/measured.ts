import type { BenefitFailure, BenefitGateway } from '../../sale/benefits/ports.ts';

/** How one check went, as the regulation counts it (6.4, 7.4): in what time, and whether there was an answer at all. */
export type CheckTiming = { readonly ms: number; readonly answered: boolean };

/** The same gateway, telling after every check how it went. One that could not be asked for want of a right token is none. */
export function measured(
  gateway: BenefitGateway,
  tell: (timing: CheckTiming) => void,
  now: () => number = () => performance.now(),
): BenefitGateway {
  return {
    ...gateway,
    async check(check) {
      const asked = now();
      const answer = await gateway.check(check);
      const answered = answer.ok || isAnswer(answer.error);
      if (answered !== null) tell({ ms: now() - asked, answered });
      return answer;
    },
  };
}

/** `null`: the ЕЦС was not asked. */
function isAnswer(failure: BenefitFailure): boolean | null {
  switch (failure.kind) {
    case 'token-missing':
    case 'token-rejected':
      return null;
    case 'refused':
      return failure.reason !== 'processing-unreachable';
    case 'unreachable':
    case 'lost':
    case 'throttled':
      return false;
  }
}
