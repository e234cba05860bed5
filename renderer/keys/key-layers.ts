/** Who hears a key, from what is in front to what stands around it. */
const LAYERS = ['popover', 'dialog', 'part', 'place', 'frame'] as const;
export type KeyLayer = (typeof LAYERS)[number];

/** True when it acted on the press, which is then nobody else's. */
type Listener<Press> = (press: Press) => boolean;

/**
 * Hands each press to the layers in turn until one acts on it: so a key such as Escape takes one thing away, the one in front,
 * however late or early its listener came. Within a layer the latest hears first. `begin` is called with the first listener.
 */
export function keyLayers<Press>(begin: (hear: (press: Press) => void) => void) {
  const listeners = new Map<KeyLayer, readonly Listener<Press>[]>();
  const hear = (press: Press) => {
    // Who comes by the press does not hear of it.
    const now = LAYERS.flatMap((layer) => listeners.get(layer) ?? []);
    now.some((listener) => listener(press));
  };
  return {
    /** Gives back how to stop. */
    listen(layer: KeyLayer, listener: Listener<Press>): () => void {
      if (listeners.size === 0) begin(hear);
      listeners.set(layer, [listener, ...(listeners.get(layer) ?? [])]);
      return () => listeners.set(layer, listeners.get(layer)?.filter((one) => one !== listener) ?? []);
    },
  };
}
