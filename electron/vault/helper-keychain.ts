import { execFile, spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { z } from 'zod';
import { fail, ok, type Result } from '../../app/domain/result.ts';
import { ANSWER_MARK, type HelperRequest, helperAnswer } from './helper-protocol.ts';
import type { Keychain, KeychainFault } from './keychain.ts';

/** How the program is started as its own helper. */
export type HelperCommand = { readonly file: string; readonly args: readonly string[] };

/**
 * The keychain by a process of its own for each question. On Linux the keychain asks a person, a process of Chromium stands still until
 * that person has answered, and one that was refused is refused as long as it lives.
 */
export function helperKeychain(command: HelperCommand, name: Keychain['name']): Keychain {
  return {
    name,
    open: (texts, stop) => ask(command, { kind: 'open', texts: [...texts] }, stop),
    async seal(texts, stop) {
      const answer = await ask(command, { kind: 'seal', texts: [...texts] }, stop);
      if (!answer.ok) return answer;
      const sealed = z.array(z.string()).safeParse(answer.value);
      return sealed.success ? ok(sealed.data) : fail('locked');
    },
    isUnlocked: async () => name() === 'gnome_libsecret' && isCollectionUnlocked(),
  };
}

/** A helper that dies, or says something else, has not got anything from the keychain. */
async function ask(
  { file, args }: HelperCommand,
  request: HelperRequest,
  stop: AbortSignal,
): Promise<Result<readonly (string | null)[], KeychainFault>> {
  const helper = spawn(file, args, { stdio: ['pipe', 'pipe', 'ignore'] });
  // SIGTERM is not heard by one that stands still.
  const end = (): void => void helper.kill('SIGKILL');
  helper.on('error', () => {}); // then nothing is written
  helper.stdin.on('error', () => {});
  helper.stdin.end(JSON.stringify(request));
  stop.addEventListener('abort', end);
  const written = await text(helper.stdout).catch(() => '');
  stop.removeEventListener('abort', end);
  const line = written.split('\n').find((one) => one.startsWith(ANSWER_MARK));
  const answer = helperAnswer.safeParse(line === undefined ? null : parsed(line.slice(ANSWER_MARK.length)));
  if (!answer.success || answer.data === null || answer.data.length !== request.texts.length) return fail('locked');
  return ok(answer.data);
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

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
