import type { WedgeSettings } from '../../app/contract/view.ts';
import { nameOf } from '../keys/chord.ts';
import { Wedge, type WedgeKey } from './wedge.ts';

/** Fields of the page, as far as a code may pass through them. */
export type Fields = {
  focus(): WedgeKey['focus'];
  /** Remembers what stands in them; gives how to have it there again. */
  remember(): () => void;
  /** Has the key do what it would have done. */
  replay(key: WedgeKey): void;
};

export type WedgePorts = {
  /** `null` while no scanner types here. */
  settings(): WedgeSettings | null;
  readonly fields: Fields;
  /** On the clock of the keys' times, ms. */
  now(): number;
  /** Calls `task` once after `delayMs`; gives back how to call it off. */
  after(delayMs: number, task: () => void): () => void;
  scanned(text: string, timeStamp: number): void;
};

type KeyEvent = Omit<WedgeKey, 'down' | 'capsLock' | 'focus'> &
  Pick<KeyboardEvent, 'type' | 'isTrusted' | 'getModifierState' | 'preventDefault' | 'stopImmediatePropagation'>;

/** Takes every key of the window, before anybody else: scans go to the desk, a person's keys on their way. */
export function wedgeInput({ settings, fields, now, after, scanned }: WedgePorts): (event: KeyEvent) => void {
  let wedge: Wedge | null = null;
  let usedSettings: WedgeSettings | null = null;
  let restore = () => {};
  let callOff = () => {};

  const replay = (keys: readonly WedgeKey[]) => {
    for (const key of keys) fields.replay(key);
  };

  const awaitSilence = () => {
    callOff();
    const deadline = wedge?.deadline ?? null;
    if (deadline === null) return;
    callOff = after(Math.max(0, deadline - now()), () => {
      replay(wedge?.silence(now()) ?? []);
      awaitSilence();
    });
  };

  const current = (): Wedge | null => {
    const wanted = settings();
    if (wanted !== usedSettings) {
      replay(wedge?.giveUp() ?? []);
      usedSettings = wanted;
      wedge = wanted && new Wedge(wanted);
    }
    return wedge;
  };

  return (event) => {
    // What the page makes itself, such as a key put back, comes from no scanner.
    const listening = event.isTrusted ? current() : null;
    if (!listening) return;
    const verdict = listening.feed(keyOf(event, fields.focus()));
    replay(verdict.putBack);
    if (verdict.begins) restore = fields.remember();
    if (verdict.swallow) {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
    awaitSilence();
    if (!verdict.scan) return;
    restore();
    scanned(verdict.scan.text, verdict.scan.timeStamp);
  };
}

function keyOf(event: KeyEvent, focus: WedgeKey['focus']): WedgeKey {
  const { code, shiftKey, ctrlKey, altKey, metaKey, timeStamp, repeat, isComposing } = event;
  return {
    down: event.type === 'keydown',
    code,
    key: nameOf(event),
    shiftKey,
    ctrlKey,
    altKey,
    metaKey,
    capsLock: event.getModifierState('CapsLock'),
    timeStamp,
    repeat,
    isComposing,
    focus,
  };
}
