import type { WedgeSettings } from '../../app/contract/view.ts';
import { mayLead, NO_SIGN, standsForControl, withoutLostSigns } from './lost-signs.ts';
import { altDigit, type PressedKey, usCharacter } from './us-keys.ts';

/** One key going down or up. `timeStamp`: when it happened, ms on a steady clock, not when it was heard of. */
export type WedgeKey = PressedKey & {
  readonly down: boolean;
  readonly timeStamp: number;
  readonly repeat: boolean;
  /** An input method is at work. */
  readonly isComposing: boolean;
  /** What has the keyboard: a field for text, one for a PIN or password, or no field. */
  readonly focus: 'text' | 'secret' | 'none';
};

/** What becomes of a key, and what has to be done before it goes on. */
export type Verdict = {
  /** Nobody else may hear of the key. */
  readonly swallow: boolean;
  /** Keys that were swallowed before and are a person's after all, oldest first. */
  readonly putBack: readonly WedgeKey[];
  /** The first key of what may become a code: as the fields are now they have to be again if it does. */
  readonly begins: boolean;
  /** A whole code, and when its last key was pressed. */
  readonly scan: { readonly text: string; readonly timeStamp: number } | null;
};

/** People type 100 ms and more apart. A scanner's 0 to 12 ms arrive as 1 to 13, with few outliers (measured on Chromium). */
const USUAL_GAP_MS = 20;
/** After a prefix a scanner may take its time, the more so after a key that types nothing: nobody presses that by hand. */
const LONGEST_GAP_MS = { speed: 60, sign: 100, key: 500 };
/** Signs that reach the field before their speed says enough. */
const FIRST_SIGNS = 3;
/** Silence told this late says that the page was held up: the next keys may be waiting to be heard. */
const LATE_MS = 100;
const LONGEST_CODE = 4096;
/** Longer than a PIN can be, so that one typed fast is never taken for a code. */
const SHORTEST_BESIDE_SECRETS = 9;

const MOVES = /^(?:Arrow|Page|Home$|End$|Clear$)/;
const MODIFIER = /^(?:(?:Shift|Control|Alt|Meta)(?:Left|Right)|CapsLock|NumLock)$/;
const SUFFIXES = { Enter: /^(?:Numpad)?Enter$|^Ctrl\+Key[JM]$/, Tab: /^Tab$|^Ctrl\+KeyI$/ } as const;
const STX = '\u0002';
const ETX = '\u0003';
const GS = '\u001d';

const PASS: Verdict = { swallow: false, putBack: [], begins: false, scan: null };

/** Keys that came one upon the other. */
type Burst = {
  /** What makes a code of it: its speed, or a prefix that is a sign or another key. */
  readonly by: keyof typeof LONGEST_GAP_MS;
  readonly focus: WedgeKey['focus'];
  text: string;
  readonly gaps: number[];
  readonly swallowed: WedgeKey[];
  lastAt: number;
};

/**
 * Tells a scanner that types from a person, key by key. With a prefix everything from it to the suffix is the scanner's. Without
 * one, signs that follow each other faster than a person types are held back from the fourth on — from the first, where no
 * field would take them — and are a code when the suffix comes as fast; else they are put back. Among them no other key is
 * heard: it stands for a sign that the scanner could not type.
 */
export class Wedge {
  readonly #settings: WedgeSettings;
  #burst: Burst | null = null;
  /** The number of a character that is typed with Alt held. */
  #altNumber = '';
  /** Keys that went down unheard: nobody may hear of their release. */
  readonly #down = new Set<string>();
  #scannedAt = Number.NEGATIVE_INFINITY;
  #waitsUntil: number | null = null;

  constructor(settings: WedgeSettings) {
    this.#settings = settings;
  }

  /** When `silence` has something to say; `null` while nothing is held back. On the clock of the keys' times. */
  get deadline(): number | null {
    if (!this.#burst || this.#burst.swallowed.length === 0) return null;
    return this.#waitsUntil ?? this.#burst.lastAt + LONGEST_GAP_MS[this.#burst.by] + 1;
  }

  /** No key came until `now`: gives back what was held. Told too late it waits once more. */
  silence(now: number): readonly WedgeKey[] {
    const { deadline } = this;
    if (deadline === null || now < deadline) return [];
    if (now - deadline < LATE_MS || this.#waitsUntil !== null) return this.giveUp();
    this.#waitsUntil = now + LONGEST_GAP_MS.speed;
    return [];
  }

  /** What was held back is a person's — but for half a code after a key that nobody presses by hand. */
  giveUp(): readonly WedgeKey[] {
    const burst = this.#burst;
    this.#burst = null;
    this.#waitsUntil = null;
    if (!burst || burst.by === 'key') return [];
    // What is heard after all may be held down, and let go.
    for (const { code } of burst.swallowed) this.#down.delete(code);
    return burst.swallowed;
  }

  feed(key: WedgeKey): Verdict {
    if (!key.down) return this.#released(key);
    if (key.repeat && this.#down.has(key.code)) return { ...PASS, swallow: true };
    this.#down.delete(key.code);
    const late = this.#burst !== null && key.timeStamp - this.#burst.lastAt > LONGEST_GAP_MS[this.#burst.by];
    const putBack = late ? this.giveUp() : [];
    const verdict = this.#pressed(key);
    if (verdict.swallow) this.#down.add(key.code);
    if (this.#burst) this.#burst.lastAt = key.timeStamp;
    this.#waitsUntil = null;
    return { ...verdict, putBack: [...putBack, ...verdict.putBack] };
  }

  #released(key: WedgeKey): Verdict {
    if (this.#down.delete(key.code)) return { ...PASS, swallow: true };
    if (!key.code.startsWith('Alt') || this.#altNumber === '') return PASS;
    const number = Number(this.#altNumber);
    this.#altNumber = '';
    return number > 0 && number < 0x7f ? this.#typedByNumber(key, String.fromCharCode(number)) : this.#personal();
  }

  #pressed(key: WedgeKey): Verdict {
    if (key.repeat || key.isComposing) return this.#personal();
    if (MODIFIER.test(key.code)) return PASS;
    const digit = altDigit(key);
    if (digit !== null) {
      this.#altNumber += digit;
      return PASS;
    }
    if (isSuffix(key, this.#settings.suffix)) return this.#suffix(key);
    const character = usCharacter(key, this.#settings.capsLock);
    if (!this.#burst) return this.#begins(key, character ?? (mayLead(key) ? NO_SIGN : null));
    if (character !== null) return this.#goesOn(this.#burst, key, character);
    return standsForControl(key) && this.#isScanners(this.#burst, key)
      ? this.#goesOn(this.#burst, key, NO_SIGN)
      : this.#personal();
  }

  #personal(): Verdict {
    return { ...PASS, putBack: this.giveUp() };
  }

  #begins(key: WedgeKey, character: string | null): Verdict {
    const { prefix } = this.#settings;
    if (prefix !== null) {
      if (key.code !== prefix && character !== prefix) return PASS;
      // A bracket is the beginning of what says the kind of bar code (ISO/IEC 15424).
      return this.#begin(key, /^[ -~]$/.test(prefix) ? 'sign' : 'key', prefix === ']' ? prefix : '');
    }
    // Space presses buttons, and Ctrl with a letter is a shortcut.
    if (character === null || character === ' ' || (key.ctrlKey && character !== GS)) return PASS;
    return this.#begin(key, 'speed', character);
  }

  #begin(key: WedgeKey, by: Burst['by'], text: string): Verdict {
    const { focus, timeStamp: lastAt, down } = key;
    const swallow = down && (by !== 'speed' || actsAtOnce(key));
    this.#burst = { by, focus, text, gaps: [], swallowed: swallow ? [key] : [], lastAt };
    return { ...PASS, begins: true, swallow };
  }

  #goesOn(burst: Burst, key: WedgeKey, character: string): Verdict {
    if (burst.text.length === LONGEST_CODE) return this.#personal();
    burst.text += character;
    burst.gaps.push(key.timeStamp - burst.lastAt);
    const fast = burst.text.length > FIRST_SIGNS && median(burst.gaps) <= USUAL_GAP_MS;
    const harmless = character !== NO_SIGN && !actsAtOnce(key);
    if (burst.swallowed.length === 0 && !fast && harmless) return PASS;
    burst.swallowed.push(key);
    return { ...PASS, swallow: true };
  }

  /** True where nobody's finger could have pressed the key amid the signs. */
  #isScanners({ swallowed, lastAt }: Burst, { timeStamp }: WedgeKey): boolean {
    return swallowed.length > 0 || timeStamp - lastAt <= USUAL_GAP_MS;
  }

  #suffix(key: WedgeKey): Verdict {
    const burst = this.#burst;
    // CR LF.
    if (!burst && key.timeStamp - this.#scannedAt <= LONGEST_GAP_MS.speed) return { ...PASS, swallow: true };
    // What frames a code is no part of it.
    const text = withoutLostSigns(burst?.text.replaceAll(STX, '').replaceAll(ETX, '') ?? '');
    if (!burst || !this.#isCode(burst, text)) return this.#personal();
    this.#burst = null;
    this.#scannedAt = key.timeStamp;
    return { ...PASS, swallow: true, scan: { text, timeStamp: key.timeStamp } };
  }

  #isCode({ by, focus, gaps }: Burst, text: string): boolean {
    if (by !== 'speed') return text !== '';
    const shortest = focus === 'secret' ? SHORTEST_BESIDE_SECRETS : 0;
    return text.length >= Math.max(this.#settings.minLength, shortest) && median(gaps) <= USUAL_GAP_MS;
  }

  /** The computer types such a character by itself: it cannot be held back, only taken out of the field with the rest. */
  #typedByNumber(key: WedgeKey, character: string): Verdict {
    if (!this.#burst) return this.#settings.prefix === null ? this.#begin(key, 'speed', character) : PASS;
    this.#burst.text += character;
    this.#burst.gaps.push(key.timeStamp - this.#burst.lastAt);
    this.#burst.lastAt = key.timeStamp;
    return PASS;
  }
}

/** True for a key that would do something to the page: it types into no field, or types nothing. */
function actsAtOnce({ key, code, focus }: WedgeKey): boolean {
  if (key.length === 1) return focus === 'none';
  // The number block without Num Lock moves through lists and pages, and what moves by itself cannot be made to by a key put back.
  return focus !== 'none' || !(code.startsWith('Numpad') && MOVES.test(key));
}

function isSuffix({ code, shiftKey, ctrlKey, altKey, metaKey }: WedgeKey, suffix: WedgeSettings['suffix']): boolean {
  return !shiftKey && !altKey && !metaKey && SUFFIXES[suffix].test(ctrlKey ? `Ctrl+${code}` : code);
}

function median(gaps: readonly number[]): number {
  return gaps.toSorted((one, other) => one - other)[Math.floor(gaps.length / 2)] ?? 0;
}
