import type { Light } from '../../app/contract/view.ts';
import type { Problem } from '../../app/domain/problem.ts';
import type { Lights } from '../lights.ts';

/** One kind of device at this till: what it is called in the interface's language, and what the profile calls each. */
export type DeviceKind = {
  readonly kind: 'scanner' | 'printer';
  readonly called: string;
  readonly all: readonly { readonly name?: string | undefined }[];
};

/** What people call a device. One that the profile does not name is called by its kind, and numbered when there are several. */
export function deviceName({ called, all }: DeviceKind, place: number): string {
  const numbered = all.length > 1 ? `${called} ${place + 1}` : called;
  return all[place]?.name ?? numbered;
}

export function setDeviceLight(
  lights: Lights,
  kind: DeviceKind,
  place: number,
  state: Light['state'],
  why: Problem | null = null,
): void {
  lights.set({ id: `${kind.kind}-${place}`, kind: kind.kind, name: deviceName(kind, place), state }, why);
}
