import type { WedgeKey } from './wedge.ts';
import type { Fields } from './wedge-input.ts';

/** The text fields of the page. */
export const pageFields: Fields = {
  focus() {
    const field = focusedField();
    if (!field) return 'none';
    return field.matches('[type=password], [data-secret]') ? 'secret' : 'text';
  },

  remember() {
    const before = focusedField();
    const remembered = textFields().map((field) => ({
      field,
      value: field.value,
      selection: [field.selectionStart, field.selectionEnd] as const,
    }));
    return () => {
      for (const { field, value, selection } of remembered) {
        const typedInto = field === before || field === focusedField();
        if (!typedInto || field.value === value) continue;
        field.setRangeText(value, 0, field.value.length);
        tellChanged(field);
        field.setSelectionRange(...selection);
      }
    };
  },

  replay(key) {
    const target = document.activeElement ?? document.body;
    const { code, shiftKey, ctrlKey, altKey, metaKey } = key;
    const press = { key: key.key, code, shiftKey, ctrlKey, altKey, metaKey, bubbles: true, cancelable: true };
    if (!target.dispatchEvent(new KeyboardEvent('keydown', press)) || ctrlKey) return;
    // Somebody who heard of the key may have given the keyboard to a field.
    const field = focusedField();
    if (field && key.key.length === 1) return type(field, key);
    if (field) edit(field, key.key);
    activate(key.key);
  },
};

/** What a browser does by itself with a key that a person pressed, and never with one put back. */
function activate(key: string): void {
  const focused = document.activeElement;
  if (focused instanceof HTMLButtonElement && (key === ' ' || key === 'Enter')) focused.click();
  if (!(focused instanceof HTMLInputElement)) return;
  if (key === ' ' && /^(?:checkbox|radio)$/.test(focused.type)) focused.click();
  if (key === 'Enter') submit(focused.form);
}

function type(field: HTMLInputElement, { key }: WedgeKey): void {
  const [start, end] = [field.selectionStart ?? field.value.length, field.selectionEnd ?? field.value.length];
  const longest = field.maxLength < 0 ? Number.POSITIVE_INFINITY : field.maxLength;
  if (field.value.length - (end - start) >= longest) return;
  field.setRangeText(key, start, end, 'end');
  tellChanged(field);
}

/** By its button, which may be switched off; a form without one submits itself. */
function submit(form: HTMLFormElement | null): void {
  const button = form?.querySelector<HTMLButtonElement>('button[type=submit]');
  if (button) button.click();
  else form?.requestSubmit();
}

/** What a key does to a field by itself when a person presses it, as `activate` does. */
function edit(field: HTMLInputElement, key: string): void {
  const [start, end] = [field.selectionStart ?? 0, field.selectionEnd ?? 0];
  const last = field.value.length;
  const [left, right] = start === end ? [Math.max(0, start - 1), Math.min(last, end + 1)] : [start, end];
  const reach: Readonly<Record<string, readonly [from: number, to: number]>> = {
    Backspace: [left, end],
    Delete: [start, right],
  };
  const caret = { ArrowLeft: left, ArrowRight: right, Home: 0, End: last }[key];
  const erased = reach[key];
  if (caret !== undefined) field.setSelectionRange(caret, caret);
  if (!erased) return;
  field.setRangeText('', ...erased, 'end');
  tellChanged(field);
}

/** As a browser does after typing; what the page makes of it stands in the field at once. */
function tellChanged(field: HTMLInputElement): void {
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
}

function focusedField(): HTMLInputElement | null {
  const focused = document.activeElement;
  return focused instanceof HTMLInputElement && isForText(focused) ? focused : null;
}

function textFields(): HTMLInputElement[] {
  return [...document.querySelectorAll('input')].filter(isForText);
}

/** Others, such as check boxes, have no selection. */
function isForText(field: HTMLInputElement): boolean {
  return field.type === 'text' || field.type === 'password';
}
