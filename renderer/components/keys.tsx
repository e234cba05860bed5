import './keys.css';
import { capsOf } from '../keys/chord.ts';
import { KEYS, type KeyId } from '../keys/keymap.ts';

/** The hint which key does it. Hidden from screen readers: they hear `aria-keyshortcuts` of the control. */
export function Keys({ id }: { readonly id: KeyId }) {
  return (
    <kbd className="keys" aria-hidden>
      {capsOf(KEYS[id])}
    </kbd>
  );
}
