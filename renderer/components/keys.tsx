import './keys.css';
import { capsOf, shortcutsOf } from '../keys/chord.ts';
import { KEYS, type KeyId } from '../keys/keymap.ts';

/** The hint which key does it. Hidden from screen readers: they hear `aria-keyshortcuts` of the control. */
export function Keys({ id }: { readonly id: KeyId }) {
  return (
    <kbd className="keys" aria-hidden>
      {capsOf(KEYS[id][0])}
    </kbd>
  );
}

/** For the control that a key stands for: told to screen readers, and all of the keys where the hint has room for one only. */
export function keyHints(id: KeyId): { readonly 'aria-keyshortcuts': string; readonly title: string | undefined } {
  const keys: readonly string[] = KEYS[id];
  return { 'aria-keyshortcuts': shortcutsOf(keys), title: keys.length > 1 ? keys.map(capsOf).join(', ') : undefined };
}
