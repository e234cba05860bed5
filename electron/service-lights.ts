import type { Result } from '../app/domain/result.ts';
import type { SecretLoss } from '../app/domain/secret-loss.ts';
import { tokenMissing } from '../app/gateways/http/secret.ts';
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

  /** The keychain has or has not what a service needs; whether that is right the service says when it is asked. */
  keyIs(service: 'maxbonus' | 'ecs', key: Result<string, SecretLoss>): void {
    const light = service === 'maxbonus' ? MAXBONUS : ECS;
    if (key.ok) this.#lights.set({ ...light, state: 'unknown' });
    // Found out in a moment.
    if (key.ok || key.error === 'waiting') return;
    const failure = tokenMissing(key.error);
    const why = service === 'maxbonus' ? serviceProblem(failure) : benefitProblem(failure);
    this.#lights.set({ ...light, state: 'down' }, why);
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
