import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import { bringHome, isWorkedIn } from './home.ts';

/** Puts the keyboard into a field and selects what stands there, so that typing replaces it. */
export function focusOn(id: string): void {
  const element = document.getElementById(id);
  element?.focus();
  if (element instanceof HTMLInputElement) element.select();
}

/** Puts the keyboard into a field where it last was, so that typing goes on. */
export function resumeIn(id: string): void {
  document.getElementById(id)?.focus();
}

type InitialFocus<Focusable> = { readonly ref: RefObject<Focusable | null>; readonly 'data-autofocus'?: true };

/** For the element of a dialog that is to have the keyboard as soon as it is shown; `wanted` is fixed for its life. */
export function useInitialFocus<Focusable extends HTMLElement>(wanted = true): InitialFocus<Focusable> {
  const ref = useRef<Focusable>(null);
  // Before the paint: an Enter typed at what is seen must find the element.
  useLayoutEffect(() => {
    if (!wanted) return;
    ref.current?.focus();
    if (ref.current instanceof HTMLInputElement) ref.current.select();
  }, [wanted]);
  return wanted ? { ref, 'data-autofocus': true } : { ref };
}

/**
 * Gives the keyboard back to the field or list that had it before a dialog opened; from a button it comes home. The dialog's own return comes too late to know: by then an element inside already has the focus.
 */
export function useReturnedFocus(open: boolean): void {
  const before = useRef<Element | null>(null);
  useLayoutEffect(() => {
    if (open) before.current = document.activeElement;
  }, [open]);
  useEffect(() => {
    if (!open) return;
    return () => {
      const back = before.current;
      if (back instanceof HTMLElement && back.isConnected && isWorkedIn(back)) back.focus();
      else bringHome();
    };
  }, [open]);
}
