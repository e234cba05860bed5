import type { Trouble } from './trouble.ts';

/** How printing a slip ended. */
export type PrintEnd =
  /** The printer said that it was ready before, and that it has done everything after. */
  | { readonly kind: 'confirmed'; readonly paperLow: boolean }
  /** All bytes left and nothing went wrong, but nobody says what became of them. */
  | { readonly kind: 'unconfirmed' }
  /** Not a byte of the slip left: it can be sent again without harm. */
  | { readonly kind: 'not-started'; readonly trouble: Trouble }
  /** Part of the slip, or all of it, may be on paper. */
  | { readonly kind: 'interrupted'; readonly trouble: Trouble };

/** Who has a slip printed, as the transport sees them. */
export type PrintWatch = {
  /** The printer is ready and nothing has left yet. Without a `true` nothing will. */
  starting(): Promise<boolean>;
  /** The printer stopped in the middle and says why; it goes on by itself when that is put right (`null`, or the end). */
  holding(trouble: Trouble | null): void;
  /** The slip is no longer wanted from this printer. */
  readonly givenUp: AbortSignal;
};

export function notStarted(trouble: Trouble): PrintEnd {
  return { kind: 'not-started', trouble };
}

export function interrupted(trouble: Trouble): PrintEnd {
  return { kind: 'interrupted', trouble };
}
