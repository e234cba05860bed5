import { splitAim } from '../../app/domain/codes/aim.ts';
import { GS } from '../../app/domain/codes/elements.ts';
import { withSeparators } from '../../app/domain/codes/separators.ts';
import type { PressedKey } from './us-keys.ts';

/** Stands in a code for a key that types nothing: no key of a US keyboard types this sign. */
export const NO_SIGN = '\u2421';

/** Keys that edit what a person typed; no scanner means a sign by them, but for Ctrl+C, which is ETX. */
const EDITING = /^Key[AVXZ]$/;
const CONFIRMING = /^(?:(?:Numpad)?Enter|Tab)$/;

/**
 * True for a key by which scanners pass on a control character that no key types: F8, Insert or an arrow for GS, as their
 * manuals' tables have it, or Ctrl with a letter.
 */
export function standsForControl({ code, ctrlKey }: Pick<PressedKey, 'code' | 'ctrlKey'>): boolean {
  return !CONFIRMING.test(code) && !(ctrlKey && EDITING.test(code));
}

/** True for a key that, first of all, may be the FNC1 before a code: held back a moment it still does what it is for. */
export function mayLead({ code, shiftKey, ctrlKey, altKey, metaKey }: PressedKey): boolean {
  return /^F(?:[1-9]|1[0-2])$/.test(code) && !shiftKey && !ctrlKey && !altKey && !metaKey;
}

/** The code that was meant: such keys are the separators of a marking code that has none, and no part of any other. */
export function withoutLostSigns(text: string): string {
  if (!text.includes(NO_SIGN)) return text;
  const { text: bare } = splitAim(text);
  const separated = withSeparators(bare, [NO_SIGN]);
  const meant = text.includes(GS) || !separated.includes(GS) ? bare : separated;
  return text.slice(0, text.length - bare.length) + meant.replaceAll(NO_SIGN, '');
}
