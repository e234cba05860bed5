import { useShallow } from 'zustand/react/shallow';
import { useScreen } from '../context.tsx';
import { dialogMessageOf, failureOf, type Message } from '../screen.ts';

/** What came up since the open dialog is there. */
export function useDialogMessage(): Message | null {
  return useScreen(useShallow(dialogMessageOf));
}

/** Why the last command was not carried out, for what is in front without having been opened. */
export function useFailure(): Message | null {
  return useScreen(useShallow(failureOf));
}
