import { useEffectEvent, useLayoutEffect } from 'react';
import { isPressed, type KeyPress, parseChord } from './chord.ts';
import { type KeyLayer, keyLayers } from './key-layers.ts';
import { KEYS, type KeyId } from './keymap.ts';

const CHORDS = Object.entries(KEYS).flatMap(([id, keys]) => keys.map((text) => ({ id, chord: parseChord(text) })));

/** Held down, these act again and again; any other key acts once. */
const REPEATING: ReadonlySet<string> = new Set<KeyId>(['lineUp', 'lineDown', 'pageUp', 'pageDown']);

/** What keys do; a key without an entry keeps its usual meaning. */
export type KeyActions = { readonly [Id in KeyId]?: (() => void) | undefined };

/** Acts on a press; true when one of the actions was meant. */
export function actOn(
  event: KeyPress & Pick<KeyboardEvent, 'repeat' | 'preventDefault'>,
  actions: KeyActions,
): boolean {
  const named = new Map(Object.entries(actions));
  const hit = CHORDS.find(({ id, chord }) => named.get(id) !== undefined && isPressed(chord, event));
  if (!hit) return false;
  event.preventDefault();
  if (!event.repeat || REPEATING.has(hit.id)) named.get(hit.id)?.();
  return true;
}

const layers = keyLayers<KeyboardEvent>((hear) => {
  window.addEventListener('keydown', hear, { capture: true });
});

/** Listens to key presses of the window, before any element does, as long as no layer in front acts on them. */
export function useKeyPress(layer: KeyLayer, listener: (event: KeyboardEvent) => boolean): void {
  const listen = useEffectEvent(listener);
  // Before the paint: a key pressed at what is seen must find its listener.
  useLayoutEffect(() => layers.listen(layer, (event) => listen(event)), [layer]);
}
