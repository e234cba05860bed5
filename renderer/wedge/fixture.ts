import type { WedgeSettings } from '../../app/contract/view.ts';
import { type PressedKey, usCharacter } from './us-keys.ts';
import type { WedgeKey } from './wedge.ts';
import { wedgeInput } from './wedge-input.ts';

export const BY_SPEED: WedgeSettings = { prefix: null, suffix: 'Enter', minLength: 6, capsLock: 'ignored' };

export type Stroke = { readonly code: string; readonly shift: boolean };

/** One key press as a test describes it. */
export type Press = Partial<WedgeKey> & { readonly code: string; readonly isTrusted?: boolean };

const CODES = [
  ...[...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].map((letter) => `Key${letter}`),
  ...[...'0123456789'].map((digit) => `Digit${digit}`),
  ...[
    'Minus',
    'Equal',
    'BracketLeft',
    'BracketRight',
    'Backslash',
    'Semicolon',
    'Quote',
    'Backquote',
    'Comma',
    'Period',
  ],
  ...['Slash', 'Space'],
];

/** Which key types which sign in the US layout. */
const STROKES: ReadonlyMap<string, Stroke> = new Map(
  CODES.flatMap((code) =>
    [false, true].map(
      (shift) => [usCharacter(pressed({ code, shiftKey: shift }), 'ignored') ?? '', { code, shift }] as const,
    ),
  ),
);

/** What the keys of some letters type in the Russian layout; the others stand for themselves in these tests. */
const RUSSIAN = new Map(
  [...'qwertyuiop[]asdfghjkl'].map((sign, place) => [sign, 'йцукенгшщзхъфывапролд'.charAt(place)]),
);

export function strokeOf(sign: string): Stroke {
  const stroke = STROKES.get(sign);
  if (!stroke) throw new Error(`no key types ${JSON.stringify(sign)}`);
  return stroke;
}

export function pressed(key: Press): PressedKey {
  return { key: '', shiftKey: false, ctrlKey: false, altKey: false, metaKey: false, capsLock: false, ...key };
}

/** A page of one field with a wedge in front of it. Time stands until it is moved. */
export function testPage(settings: WedgeSettings | null = BY_SPEED) {
  const page = {
    field: '',
    focus: 'text' as WedgeKey['focus'],
    settings,
    /** Codes of the keys that reached the page, releases after a minus. */
    heard: [] as string[],
    scans: [] as { text: string; at: number }[],
    now: 0,
  };
  let task: { readonly at: number; readonly run: () => void } | null = null;
  const typed = (key: string) => {
    if (page.focus !== 'none' && key.length === 1) page.field += key;
  };
  const input = wedgeInput({
    settings: () => page.settings,
    fields: {
      focus: () => page.focus,
      remember: () => {
        const before = page.field;
        return () => {
          page.field = before;
        };
      },
      replay: ({ code, key }) => {
        page.heard.push(code);
        typed(key);
      },
    },
    now: () => page.now,
    after: (delayMs, run) => {
      const mine = { at: page.now + delayMs, run };
      task = mine;
      return () => {
        if (task === mine) task = null;
      };
    },
    scanned: (text, at) => page.scans.push({ text, at }),
  });

  /** One key at a time of its own, heard now. */
  const key = (press: Press) => {
    let swallowed = false;
    const event = {
      down: true,
      repeat: false,
      isComposing: false,
      timeStamp: page.now,
      isTrusted: true,
      ...pressed(press),
      ...press,
    };
    input({
      ...event,
      type: event.down ? 'keydown' : 'keyup',
      getModifierState: () => event.capsLock,
      preventDefault: () => {
        swallowed = true;
      },
      stopImmediatePropagation: () => {},
    });
    if (swallowed) return;
    page.heard.push(event.down ? event.code : `-${event.code}`);
    if (event.down && !event.ctrlKey && !event.altKey) typed(event.key);
  };

  /** Lets time pass; everything is done when it is due. */
  const wait = (ms: number) => {
    const end = page.now + ms;
    while (task && task.at <= end) {
      const { at, run } = task;
      task = null;
      page.now = Math.max(page.now, at);
      run();
    }
    page.now = Math.max(page.now, end);
  };

  return {
    page,
    key,
    /** A press and its release `gapMs` after whatever was before. */
    press(press: Press, gapMs: number) {
      wait(gapMs);
      key(press);
      key({ ...press, down: false });
    },
    /** Types a text on a US keyboard while the computer takes it for one of that layout. */
    type(text: string, gapMs: number | ((place: number) => number), layout: 'us' | 'ru' = 'us') {
      for (const [place, sign] of [...text].entries()) {
        const { code, shift } = strokeOf(sign);
        const taken = layout === 'ru' ? (RUSSIAN.get(sign) ?? sign) : sign;
        this.press({ code, key: taken, shiftKey: shift }, typeof gapMs === 'number' ? gapMs : gapMs(place));
      }
    },
    enter(gapMs: number) {
      this.press({ code: 'Enter', key: 'Enter' }, gapMs);
    },
    wait,
    /** Time in which the page hears nothing; what is due is done at the end of it. */
    holdUp(ms: number) {
      page.now += ms;
      wait(0);
    },
  };
}
