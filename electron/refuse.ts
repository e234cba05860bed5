import { app, dialog } from 'electron';
import { type CommandLine, chromiumNames, foreignSwitches, foreignVariables } from './command-line.ts';
import { type StartFailure, sentence } from './failure.ts';
import { masked } from './masked.ts';
import { mainText } from './text/text.ts';

/** What the program ends with when it does not start. */
export const EXIT = { failed: 1, badCommandLine: 2 } as const;

/** Says why the program does not start: to whoever reads stderr, and in a window unless nobody is there to close it. */
export async function refuse(
  failure: StartFailure,
  { noDialogs }: Pick<CommandLine, 'noDialogs'>,
  exitCode: number = EXIT.failed,
): Promise<void> {
  const text = mainText('ru');
  const message = sentence(failure, text);
  process.stderr.write(`${masked(message)}\n`);
  // Whoever starts the program a second time finds the first one's window in front.
  const silent = noDialogs || failure.kind === 'already-running' || !hasScreen();
  if (!silent) {
    await app.whenReady();
    // Not showErrorBox: until that is closed, nothing else ends the program, not even the end of the session.
    await dialog.showMessageBox({ type: 'error', title: text('product'), message });
  }
  app.exit(exitCode);
}

/**
 * Whether the package was started with what it does not take; then it is told, and the program ends. To be called before the app is
 * ready: Chromium heeds such switches only then, and they are taken from it before there is a box to read.
 */
export function refusesStart(args: readonly string[], environment: NodeJS.ProcessEnv): boolean {
  const switches = foreignSwitches(args);
  const variables = foreignVariables(environment);
  const [failure] = [
    ...(switches.length > 0 ? [{ kind: 'foreign-switches', names: switches } as const] : []),
    ...(variables.length > 0 ? [{ kind: 'foreign-variables', names: variables } as const] : []),
  ];
  if (!failure) return false;
  // Nothing is opened that needs a sandbox, and without this switch the administrator's account would not get as far as the box.
  const heeded = chromiumNames(switches).filter((name) => name !== 'no-sandbox');
  for (const name of heeded) app.commandLine.removeSwitch(name);
  void refuse(failure, { noDialogs: args.includes('--no-dialogs') }, EXIT.badCommandLine);
  return true;
}

/** On Linux Chromium itself ends where there is none, by a code of its own. */
function hasScreen(): boolean {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  return process.platform !== 'linux' || Boolean(DISPLAY || WAYLAND_DISPLAY);
}
