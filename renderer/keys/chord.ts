/** A key with its modifiers, spelled as people write it: "Ctrl+Shift+F7", "Delete", "*". */
export type Chord = { readonly ctrl: boolean; readonly alt: boolean; readonly shift: boolean; readonly key: string };

/** What of a keyboard event a chord is compared with. */
export type KeyPress = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'altKey' | 'shiftKey' | 'metaKey'>;

export function parseChord(text: string): Chord {
  const parts = text.split('+');
  const modifiers = parts.slice(0, -1);
  return {
    ctrl: modifiers.includes('Ctrl'),
    alt: modifiers.includes('Alt'),
    shift: modifiers.includes('Shift'),
    key: parts.at(-1) ?? '',
  };
}

/** True when the press is just this chord. For a printed sign Shift is left out: it only decides which sign comes. */
export function isPressed(chord: Chord, press: KeyPress): boolean {
  const shiftFits = chord.key.length === 1 || press.shiftKey === chord.shift;
  return (
    press.key === chord.key && press.ctrlKey === chord.ctrl && press.altKey === chord.alt && shiftFits && !press.metaKey
  );
}

/** True for a press that would type a sign into a field. */
export function typesSign(press: KeyPress): boolean {
  return press.key.length === 1 && press.key !== ' ' && !press.ctrlKey && !press.altKey && !press.metaKey;
}

const CAPS: Readonly<Record<string, string>> = { Delete: 'Del', Escape: 'Esc', ArrowUp: '↑', ArrowDown: '↓', '*': '∗' };

/** The chord as it is printed on the keys. */
export function capsOf(text: string): string {
  const { key } = parseChord(text);
  return text.slice(0, text.length - key.length) + (CAPS[key] ?? key);
}

/** The chord as `aria-keyshortcuts` spells it. */
export function shortcutOf(text: string): string {
  return text.replace('Ctrl', 'Control');
}
