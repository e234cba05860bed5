import { benefitProblem } from '../app/sale/benefits/benefit-problem.ts';
import type { BenefitFailure } from '../app/sale/benefits/ports.ts';
import type { ServiceFailure } from '../app/sale/ports.ts';
import { serviceProblem } from '../app/sale/service-problem.ts';
import type { Lights } from './lights.ts';
import type { Log } from './log.ts';

const MAXBONUS = { id: 'maxbonus', kind: 'service', name: 'MaxBonus' } as const;
const ECS = { id: 'ecs', kind: 'service', name: 'ЕЦС' } as const;

/** The lights of the outside services, by how each answered last. */
export class ServiceLights {
  readonly #lights: Lights;
  readonly #log: Log;

  constructor(lights: Lights, log: Log, { hasEcs }: { readonly hasEcs: boolean }) {
    this.#lights = lights;
    this.#log = log;
    lights.set({ ...MAXBONUS, state: 'unknown' });
    if (hasEcs) lights.set({ ...ECS, state: 'unknown' });
  }

  maxbonusAnswered(failure: ServiceFailure | null): void {
    this.#log.info('maxbonus', { answer: failure?.kind ?? 'ok' });
    if (failure) this.#lights.set({ ...MAXBONUS, state: 'down' }, serviceProblem(failure));
    else this.#lights.set({ ...MAXBONUS, state: 'ok' });
  }

  ecsAnswered(failure: BenefitFailure | null): void {
    this.#log.info('ecs', { answer: failure?.kind ?? 'ok' });
    if (failure) this.#lights.set({ ...ECS, state: 'down' }, benefitProblem(failure));
    else this.#lights.set({ ...ECS, state: 'ok' });
  }
}
