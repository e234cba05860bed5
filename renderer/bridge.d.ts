import type { Bridge } from '../app/contract/commands.ts';

declare global {
  interface Window {
    /** Put there by the preload script; the only way to the rest of the program. */
    readonly workstation: Bridge;
  }
}
