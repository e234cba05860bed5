import { ipcMain, type WebContents, type WebFrameMain } from 'electron';
import type { z } from 'zod';
import { type CheckedInput, type CommandName, type CommandOutput, commands } from '../app/contract/commands.ts';
import type { PreparationProgress } from '../app/contract/preparation.ts';
import type { View } from '../app/contract/view.ts';
import { type Problem, problem } from '../app/domain/problem.ts';
import { fail, type Result } from '../app/domain/result.ts';
import { CallLimit } from './call-limit.ts';
import { COMMAND_CHANNEL, VIEW_CHANNEL } from './channels.ts';
import { isOwnUrl } from './origin.ts';

type Handled<Value> = Result<Value, Problem>;

/** One handler for each of these commands. */
export type HandlersOf<Names extends CommandName> = {
  readonly [Name in Names]: (
    input: CheckedInput<Name>,
  ) => Handled<CommandOutput<Name>> | Promise<Handled<CommandOutput<Name>>>;
};

export type Handlers = HandlersOf<CommandName>;

export type CommandListeners = {
  /** `null`: the command can be carried out now; else when this resolves, or not at all. Commands that wait keep their order. */
  ready(command: CommandName): Promise<boolean> | null;
  /** A command is done and its answer about to leave: gives the revision of the latest snapshot. */
  answering(): number;
  /** A command threw. */
  defect(command: string, error: unknown): void;
};

type Caller = { readonly senderFrame: WebFrameMain | null };

/**
 * Serves the contract's commands to the window. Every call passes the same four gates: the caller is the main frame of our
 * window at our own origin, the command exists and is no flood, the input fits its schema, and a defect answers as a typed problem.
 * This and the preload are the only places that touch Electron's IPC.
 */
export function serveCommands(window: WebContents, handlers: Handlers, listeners: CommandListeners): void {
  const limit = new CallLimit(() => performance.now());
  ipcMain.handle(COMMAND_CHANNEL, async (event, name: unknown, input: unknown) => {
    if (!isOwnMainFrame(event, window) || !isCommand(name) || !limit.allows())
      return { answer: fail(problem('bad-request')), revision: 0 };
    const held = listeners.ready(name);
    if (held && !(await held)) return { answer: fail(problem('journal-busy')), revision: listeners.answering() };
    const answer = await run(handlers, name, input).catch((error) => {
      listeners.defect(name, error);
      return fail(problem('internal'));
    });
    return { answer, revision: listeners.answering() };
  });
}

/** Fails closed: no frame, another frame, or a frame that has gone elsewhere is no caller of ours. */
function isOwnMainFrame({ senderFrame }: Caller, window: WebContents): boolean {
  return senderFrame !== null && senderFrame === window.mainFrame && isOwnUrl(senderFrame.url);
}

function isCommand(name: unknown): name is CommandName {
  return typeof name === 'string' && Object.hasOwn(commands, name);
}

async function run<Name extends CommandName>(handlers: Handlers, name: Name, raw: unknown): Promise<Handled<unknown>> {
  const schema: z.ZodType = commands[name].input;
  const input = schema.safeParse(raw);
  // The schema of `name` has just made this value.
  return input.success ? handlers[name](input.data as CheckedInput<Name>) : fail(problem('bad-request'));
}

/** Tells the window how far the journal is, before there is a snapshot. */
export function pushPreparation(window: WebContents, progress: PreparationProgress): void {
  window.send(VIEW_CHANNEL, progress);
}

/** Gives the window a new snapshot. */
export function pushView(window: WebContents, view: View): void {
  if (!window.isDestroyed()) window.send(VIEW_CHANNEL, view);
}
