import { parseArgs } from 'node:util';
import { fail, ok, type Result } from '../app/domain/result.ts';

export type CommandLine = {
  /** Folder for everything the program writes. */
  readonly dataDir: string | undefined;
  /** A profile to take over before starting. */
  readonly importProfile: string | undefined;
  /** Failures at start go to stderr only and the end asks nothing, for scripts that nobody watches. */
  readonly noDialogs: boolean;
};

export type BadCommandLine = { readonly missingValue: string } & Pick<CommandLine, 'noDialogs'>;

const options = {
  'data-dir': { type: 'string' },
  'import-profile': { type: 'string' },
  'no-dialogs': { type: 'boolean' },
} as const;

/**
 * Reads the program's own switches; what Chromium, Electron or a test driver adds is passed over.
 * @param args the arguments after the program (and, unpackaged, after the application's folder)
 */
export function parseCommandLine(args: readonly string[]): Result<CommandLine, BadCommandLine> {
  const { values } = parseArgs({ args: [...args], options, strict: false, allowPositionals: true });
  const dataDir = values['data-dir'];
  const importProfile = values['import-profile'];
  const noDialogs = values['no-dialogs'] === true || args.includes('--no-dialogs');
  if (isMissing(dataDir)) return fail({ missingValue: '--data-dir', noDialogs });
  if (isMissing(importProfile)) {
    return fail({ missingValue: '--import-profile', noDialogs });
  }
  return ok({ dataDir, importProfile, noDialogs });
}

/** Switches of Chromium that a shop may need; none opens the till to anybody. docs/admin.md names them. */
const OF_CHROMIUM: ReadonlySet<string> = new Set([
  'disable-gpu',
  'force-device-scale-factor',
  'lang',
  'ozone-platform',
  'ozone-platform-hint',
  'password-store',
]);

/**
 * Switches that are neither the program's own nor of those: one that lets others look into the window or takes its walls down must not
 * work in a shop, and one that is dropped without a word would puzzle whoever needs it.
 * @param args the arguments after the program
 */
export function foreignSwitches(args: readonly string[], platform: NodeJS.Platform = process.platform): string[] {
  const prefix = platform === 'win32' ? /^(?:--?|\/)/ : /^--?/;
  return args.flatMap((arg) => {
    // Chromium trims them, and on Windows takes them in any case.
    const [name = ''] = arg.trim().replace(prefix, '').toLowerCase().split('=');
    const isSwitch = prefix.test(arg.trim()) && name !== '';
    return isSwitch && !OF_CHROMIUM.has(name) && !Object.hasOwn(options, name) ? [arg.split('=')[0] ?? arg] : [];
  });
}

/** True for a switch that stands there without its value; another switch behind it is none. */
function isMissing(value: string | boolean | undefined): value is boolean {
  return typeof value === 'boolean' || value === '' || value?.startsWith('--') === true;
}
