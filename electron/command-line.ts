import { parseArgs } from 'node:util';
import { fail, ok, type Result } from '../app/domain/result.ts';

export type CommandLine = {
  /** Folder for everything the program writes. */
  readonly dataDir: string | undefined;
  /** A profile to take over before starting. */
  readonly importProfile: string | undefined;
  /** Failures at start go to stderr only, for scripts that nobody watches. */
  readonly noDialogs: boolean;
};

const options = {
  'data-dir': { type: 'string' },
  'import-profile': { type: 'string' },
  'no-dialogs': { type: 'boolean' },
} as const;

/**
 * Reads the program's own switches; what Chromium, Electron or a test driver adds is passed over.
 * @param args the arguments after the program (and, unpackaged, after the application's folder)
 * @returns the name of a switch that lacks its value as the error
 */
export function parseCommandLine(args: readonly string[]): Result<CommandLine, { readonly missingValue: string }> {
  const { values } = parseArgs({ args: [...args], options, strict: false, allowPositionals: true });
  const dataDir = values['data-dir'];
  const importProfile = values['import-profile'];
  if (dataDir === '' || typeof dataDir === 'boolean') return fail({ missingValue: '--data-dir' });
  if (importProfile === '' || typeof importProfile === 'boolean') return fail({ missingValue: '--import-profile' });
  return ok({ dataDir, importProfile, noDialogs: values['no-dialogs'] === true });
}
