import { execFile, spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { promisify } from 'node:util';
import type { z } from 'zod';
import { fail } from '../../app/domain/result.ts';
import { ANSWER_MARK, type HelperRequest, openAnswer, sealAnswer } from './helper-protocol.ts';
import type { Keychain } from './keychain.ts';

/** How the program is started as its own helper. */
export type HelperCommand = { readonly file: string; readonly args: readonly string[] };

/**
 * The keychain by a process of its own for each question. On Linux the keychain asks a person, a process of Chromium stands still until
 * that person has answered, and one that was refused is refused as long as it lives. A helper that dies, or says something else, has not
 * got anything from the keychain.
 */
export function helperKeychain(command: HelperCommand): Keychain {
  return {
    async open(sealed, stop) {
      const { backend, texts } = sealed;
      const answer = await ask(command, { kind: 'open', sealed: { backend, texts: [...texts] } }, openAnswer, stop);
      if (!answer) return fail('locked');
      return !answer.ok || answer.value.length === texts.length ? answer : fail('locked');
    },
    async seal(texts, stop) {
      const answer = await ask(command, { kind: 'seal', texts: [...texts] }, sealAnswer, stop);
      if (!answer) return fail('locked');
      return !answer.ok || answer.value.texts.length === texts.length ? answer : fail('locked');
    },
    isUnlocked: isCollectionUnlocked,
  };
}

/** `null`: there is no answer. */
async function ask<Answer extends z.ZodType>(
  { file, args }: HelperCommand,
  request: HelperRequest,
  schema: Answer,
  stop: AbortSignal,
): Promise<z.output<Answer> | null> {
  if (stop.aborted) return null;
  const helper = spawn(file, args, { stdio: ['pipe', 'pipe', 'ignore'] });
  // SIGTERM is not heard by one that stands still.
  const end = (): void => void helper.kill('SIGKILL');
  helper.on('error', () => {}); // then nothing is written
  helper.stdin.on('error', () => {});
  helper.stdin.end(JSON.stringify(request));
  stop.addEventListener('abort', end);
  const written = await text(helper.stdout).catch(() => '');
  stop.removeEventListener('abort', end);
  const line = written.split('\n').find((one) => one.startsWith(ANSWER_MARK)) ?? '';
  const answer = schema.safeParse(parsed(line.slice(ANSWER_MARK.length)));
  return answer.success ? answer.data : null;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

/** Where there is no session bus, nothing that keeps keys can be reached. */
export const noKeychain: Keychain = {
  open: async () => fail('no-keychain'),
  seal: async () => fail('no-keychain'),
  isUnlocked: async () => false,
};

const run = promisify(execFile);

/** What the Secret Service says of its default collection; the question itself brings up no prompt. */
async function isCollectionUnlocked(): Promise<boolean> {
  const { stdout } = await run(
    'dbus-send',
    [
      '--session',
      '--print-reply',
      '--dest=org.freedesktop.secrets',
      '/org/freedesktop/secrets/aliases/default',
      'org.freedesktop.DBus.Properties.Get',
      'string:org.freedesktop.Secret.Collection',
      'string:Locked',
    ],
    { timeout: 5_000 },
  );
  return /boolean false/.test(stdout);
}
