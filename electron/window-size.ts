import type { View } from '../app/contract/view.ts';
import { type InterfaceSize, type SizeStep, stepSize } from '../app/domain/interface-size.ts';
import type { WindowSettings } from '../app/settings/window.ts';
import type { WindowMemory } from './window-memory.ts';

/** How large the interface is: as the till is set up, until somebody at the till made it another size. */
export class WindowSize {
  readonly #settings: WindowSettings;
  readonly #memory: Pick<WindowMemory, 'size' | 'keep'>;

  constructor(settings: WindowSettings, memory: Pick<WindowMemory, 'size' | 'keep'>) {
    this.#settings = settings;
    this.#memory = memory;
  }

  view(): View['window'] {
    return { size: this.#size, kiosk: this.#settings.kiosk };
  }

  step(step: SizeStep): void {
    const usual = this.#settings.size;
    const size = stepSize(this.#size, step, usual);
    if (size !== this.#size || step === 'usual') this.#memory.keep({ size: size === usual ? null : size });
  }

  get #size(): InterfaceSize {
    return this.#memory.size ?? this.#settings.size;
  }
}
