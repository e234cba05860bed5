/** Buttons of the page on their way down and up. */
export type Presses = {
  /** True while one is held down. */
  held(): boolean;
  /** Does `task` at once; while a button is held down, as soon as it is let go. Tasks keep their order. */
  afterwards(task: () => void): void;
};

/** For a page that nobody touches. */
export const NO_PRESSES: Presses = { held: () => false, afterwards: (task) => task() };

/** Calls `task` once after `delayMs`; gives back how to call it off. */
type After = (delayMs: number, task: () => void) => () => void;

/** Whoever holds a button down for longer has thought better of it, ms. */
const LONGEST_MS = 1_000;

/** Keeps what changes the screen waiting from the beginning of a press to its end. */
export function pressGate(after: After): Presses & { begin(): void; end(afterMs: number): void } {
  const waiting: (() => void)[] = [];
  let held = false;
  let callOff = () => {};
  const open = () => {
    held = false;
    for (const task of waiting.splice(0)) task();
  };
  const openAfter = (delayMs: number) => {
    callOff();
    callOff = after(delayMs, open);
  };
  return {
    held: () => held,
    afterwards: (task) => {
      if (held) waiting.push(task);
      else task();
    },
    begin: () => {
      held = true;
      openAfter(LONGEST_MS);
    },
    end: (afterMs) => {
      if (held) openAfter(afterMs);
    },
  };
}

const PRESSABLE = 'button, label, summary, [role="option"], [role="row"], input[type="checkbox"], input[type="radio"]';
/** The click comes right behind the release, and is not to be overtaken; of a tap some time after the finger was lifted, ms. */
const CLICK_AFTER_MS = { mouse: 0, tap: 100 };

/**
 * Watches the presses of the page. A click is where a button goes down and up again: what is redrawn between the two — moved,
 * replaced, switched off — was pressed for nothing. So whatever changes the screen by itself waits for the end of a press.
 */
export function watchPresses(page: Window): Presses {
  const gate = pressGate((delayMs, task) => {
    const timer = page.setTimeout(task, delayMs);
    return () => page.clearTimeout(timer);
  });
  const begin = ({ target }: Event) => {
    if (target instanceof Element && target.closest(PRESSABLE)) gate.begin();
  };
  const end = () => gate.end(CLICK_AFTER_MS.mouse);
  page.addEventListener('pointerdown', begin, { capture: true });
  page.addEventListener(
    'pointerup',
    ({ pointerType }) => gate.end(CLICK_AFTER_MS[pointerType === 'mouse' ? 'mouse' : 'tap']),
    { capture: true },
  );
  page.addEventListener('pointercancel', end, { capture: true });
  page.addEventListener('blur', end);
  // Space presses when it comes up, Enter by the event that follows its keydown. A key that somebody took, or that was put back,
  // presses nothing.
  page.addEventListener('keydown', (event) => {
    if (!event.isTrusted || event.repeat || event.defaultPrevented) return;
    if (event.key === ' ') begin(event);
    if (event.key === 'Enter') gate.begin();
  });
  page.addEventListener('keypress', ({ key }) => key === 'Enter' && end(), { capture: true });
  page.addEventListener('keyup', ({ key }) => (key === ' ' || key === 'Enter') && end(), { capture: true });
  return gate;
}
