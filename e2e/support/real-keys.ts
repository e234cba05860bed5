import { KEYS, type KeyId } from '../../renderer/keys/keymap.ts';
import { chordStroke, KEYCODES, type TypingScanner } from './devices/typing-scanner.ts';

/** How a keyboard stands: its layout, and whether its locks are on. */
export type Keyboard = {
  readonly layout: 'us' | 'ru' | 'ua';
  readonly capsLock: boolean;
  readonly numLock: boolean;
};

/** A person's hands on a real keyboard, who press what the buttons show. */
export type Hands = {
  /** Another keyboard, or other locks, from now on. */
  take(keyboard: Keyboard): Promise<void>;
  /** The key that stands on the button of this action; on the number block where that has it. */
  press(id: KeyId): Promise<void>;
  /** Every key of this action but the shown one, one after the other; `after` each. */
  pressOthers(id: KeyId, after: () => Promise<void>): Promise<void>;
  readonly pressed: ReadonlySet<KeyId>;
};

/** Both locks are off at first. */
export function handsOn(keys: TypingScanner): Hands {
  const pressed = new Set<KeyId>();
  const locks = { capsLock: false, numLock: false };
  const lock = async (name: keyof typeof locks, on: boolean) => {
    if (locks[name] !== on) await keys.press([name === 'capsLock' ? KEYCODES.CapsLock : KEYCODES.NumLock], 20);
    locks[name] = on;
  };
  return {
    async take({ layout, capsLock, numLock }) {
      await keys.setLayout(layout);
      await lock('capsLock', capsLock);
      await lock('numLock', numLock);
    },
    async press(id) {
      pressed.add(id);
      await keys.press([chordStroke(KEYS[id][0], !locks.numLock)], 5);
    },
    async pressOthers(id, after) {
      for (const chord of KEYS[id].slice(1)) {
        await keys.press([chordStroke(chord, !locks.numLock)], 5);
        await after();
      }
    },
    pressed,
  };
}
