import type { windowCommands } from '../../app/contract/window.ts';
import { ok } from '../../app/domain/result.ts';
import type { HandlersOf } from '../ipc.ts';
import type { WindowSize } from '../window-size.ts';

type WindowHandlerParts = {
  readonly size: Pick<WindowSize, 'step'>;
  readonly leave: () => void;
  readonly readKeys: () => void;
  readonly changed: () => void;
};

export function windowHandlers({
  size,
  leave,
  readKeys,
  changed,
}: WindowHandlerParts): HandlersOf<keyof typeof windowCommands> {
  return {
    'window.resize': ({ step }) => {
      size.step(step);
      changed();
      return ok(undefined);
    },
    'keys.readAgain': () => {
      readKeys();
      return ok(undefined);
    },
    'window.leave': () => {
      // Answered first: nobody hears an answer in a window that is gone.
      setImmediate(leave);
      return ok(undefined);
    },
  };
}
