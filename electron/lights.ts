import type { Light } from '../app/contract/view.ts';
import type { Problem } from '../app/domain/problem.ts';

/** The lights of the header: one for each service, scanner and printer, in the order in which they were first set. */
export class Lights {
  readonly #lights = new Map<string, Light>();
  readonly #changed: () => void;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  set(light: Omit<Light, 'problem'>, problem: Problem | null = null): void {
    const before = this.#lights.get(light.id);
    if (before?.state === light.state && before.problem?.code === problem?.code) return;
    this.#lights.set(light.id, { ...light, problem });
    this.#changed();
  }

  list(): readonly Light[] {
    return [...this.#lights.values()];
  }
}
