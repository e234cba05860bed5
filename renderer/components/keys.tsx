import './keys.css';
import { Fragment } from 'react';
import { capsOf, shortcutsOf } from '../keys/chord.ts';
import { KEYS, type KeyId } from '../keys/keymap.ts';

/** The hint which key does it. Hidden from screen readers: they hear `aria-keyshortcuts` of the control. */
export function Keys({ id }: { readonly id: KeyId }) {
  const [first, ...others] = capsOf(KEYS[id][0]).split('+');
  return (
    <kbd className="keys" aria-hidden>
      {first}
      {others.map((cap) => (
        <Fragment key={cap}>
          {/* Where there is no room for all of a chord it goes on below. */}+<wbr />
          {cap}
        </Fragment>
      ))}
    </kbd>
  );
}

/** For the control that a key stands for: told to screen readers, and all of the keys where the hint has room for one only. */
export function keyHints(id: KeyId): { readonly 'aria-keyshortcuts': string; readonly title: string | undefined } {
  const keys: readonly string[] = KEYS[id];
  return { 'aria-keyshortcuts': shortcutsOf(keys), title: keys.length > 1 ? keys.map(capsOf).join(', ') : undefined };
}
