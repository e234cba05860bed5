import { parseArgs } from 'node:util';
import { fail, ok, type Result } from '../app/domain/result.ts';
import { HELPER_SWITCH } from './vault/helper-protocol.ts';

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

/** Switches of Chromium that a shop may need; none opens the till to anybody. docs/integrator.md names them. */
export const OF_CHROMIUM: ReadonlySet<string> = new Set([
  'disable-gpu',
  'force-device-scale-factor',
  'lang',
  'ozone-platform',
  'ozone-platform-hint',
  'password-store',
]);

/** Of Node: it would print what is sent, tokens and phones too, to stderr and so into the system's log. */
export const TELLTALE = ['NODE_DEBUG', 'NODE_DEBUG_NATIVE'] as const;

/** Hyphens and dashes that an editor or a messenger puts in place of `--`. */
const DASHES = /^[\u2010-\u2015\u2212]/;

/**
 * Switches that are neither the program's own nor of those: one that lets others look into the window or takes its walls down must not
 * work in a shop, and one that is dropped without a word would puzzle whoever needs it. So would one of the program's own that is spelled
 * as no switch of it is: it would work with another folder than the one that is named.
 * @param args the arguments after the program
 */
export function foreignSwitches(args: readonly string[], platform: NodeJS.Platform = process.platform): string[] {
  return args.flatMap((arg) => {
    const [written = ''] = arg.split('=');
    const name = switchName(arg, platform);
    if (name === null) return arg === '--' || DASHES.test(arg) ? [written] : [];
    return OF_CHROMIUM.has(name) || isOwn(arg) ? [] : [written];
  });
}

/** The names by which Chromium has these switches. */
export function chromiumNames(switches: readonly string[], platform: NodeJS.Platform = process.platform): string[] {
  return switches.flatMap((written) => {
    const bare = written.trim().replace(prefixOf(platform), '');
    return platform === 'win32' ? [bare.toLowerCase()] : [bare];
  });
}

/** Variables of the environment that would have the program tell what it must keep to itself. */
export function foreignVariables(environment: NodeJS.ProcessEnv): string[] {
  return TELLTALE.filter((name) => environment[name]);
}

function prefixOf(platform: NodeJS.Platform): RegExp {
  return platform === 'win32' ? /^(?:--?|\/)/ : /^--?/;
}

/** Chromium trims them, and on Windows takes them in any case; `null` for a word. */
function switchName(arg: string, platform: NodeJS.Platform): string | null {
  const prefix = prefixOf(platform);
  const [name = ''] = arg.trim().replace(prefix, '').toLowerCase().split('=');
  return prefix.test(arg.trim()) && name !== '' ? name : null;
}

function isOwn(arg: string): boolean {
  const [written = '', ...value] = arg.split('=');
  if (written === HELPER_SWITCH) return true;
  const name = written.slice(2);
  if (!written.startsWith('--') || !Object.hasOwn(options, name)) return false;
  return name !== 'no-dialogs' || value.length === 0;
}

/** True for a switch that stands there without its value; another switch behind it is none. */
function isMissing(value: string | boolean | undefined): value is boolean {
  return typeof value === 'boolean' || value === '' || value?.startsWith('--') === true;
}
