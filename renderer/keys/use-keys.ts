import { useEffectEvent, useLayoutEffect } from 'react';
import { isPressed, type KeyPress, parseChord } from './chord.ts';
import { KEYS, type KeyId } from './keymap.ts';

const CHORDS = Object.entries(KEYS).map(([id, text]) => ({ id, chord: parseChord(text) }));

/** Held down, these act again and again; any other key acts once. */
const REPEATING: ReadonlySet<string> = new Set<KeyId>(['lineUp', 'lineDown', 'pageUp', 'pageDown']);

/** What keys do; a key without an entry keeps its usual meaning. */
export type KeyActions = { readonly [Id in KeyId]?: () => void };

/** Acts on a press; true when one of the actions was meant. */
export function actOn(
  event: KeyPress & Pick<KeyboardEvent, 'repeat' | 'preventDefault'>,
  actions: KeyActions,
): boolean {
  const named = new Map(Object.entries(actions));
  const hit = CHORDS.find(({ id, chord }) => named.has(id) && isPressed(chord, event));
  if (!hit) return false;
  event.preventDefault();
  if (!event.repeat || REPEATING.has(hit.id)) named.get(hit.id)?.();
  return true;
}

/** Listens to every key press of the window, before any element does. */
export function useKeyPress(listener: (event: KeyboardEvent) => void): void {
  const listen = useEffectEvent(listener);
  // Before the paint: a key pressed at what is seen must find its listener.
  useLayoutEffect(() => {
    const handle = (event: KeyboardEvent) => listen(event);
    window.addEventListener('keydown', handle, { capture: true });
    return () => window.removeEventListener('keydown', handle, { capture: true });
  }, []);
}
