import type { Light } from '../../app/contract/view.ts';

export type DeviceKind = Exclude<Light['kind'], 'service'>;

/** Several devices of a kind, which share one lamp; `well`: how many of them nothing is wrong with. */
export type LampGroup = {
  readonly kind: DeviceKind;
  readonly lights: readonly Light[];
  readonly state: Light['state'];
  readonly well: number;
};

const WORST_FIRST: readonly Light['state'][] = ['down', 'warning', 'unknown', 'ok'];

/** The lamps of the header in its order: a service and a lone device each have one, devices of which there are several share it. */
export function lampsOf(lights: readonly Light[]): readonly (Light | LampGroup)[] {
  const byKind = new Map(lights.map(({ kind }) => [kind, lights.filter((light) => light.kind === kind)]));
  return [...byKind].flatMap<Light | LampGroup>(([kind, alike]) =>
    kind === 'service' || alike.length === 1 ? alike : [groupOf(kind, alike)],
  );
}

function groupOf(kind: DeviceKind, lights: readonly Light[]): LampGroup {
  const states = lights.map(({ state }) => state);
  return {
    kind,
    lights,
    state: WORST_FIRST.find((state) => states.includes(state)) ?? 'unknown',
    well: states.filter((state) => state === 'ok' || state === 'unknown').length,
  };
}
