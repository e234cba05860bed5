import type { Light } from '../app/contract/view.ts';
import type { Problem } from '../app/domain/problem.ts';

const KINDS: readonly Light['kind'][] = ['service', 'scanner', 'printer'];

/** The lights of the header: services, then scanners, then printers, each kind in the order in which they were first set. */
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

  /** Takes away the lights of all devices of a kind. */
  drop(kind: 'scanner' | 'printer'): void {
    for (const { id } of this.list().filter((light) => light.kind === kind)) this.#lights.delete(id);
    this.#changed();
  }

  list(): readonly Light[] {
    return [...this.#lights.values()].toSorted((one, other) => KINDS.indexOf(one.kind) - KINDS.indexOf(other.kind));
  }
}
