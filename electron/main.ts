import path from 'node:path';
import { app, dialog } from 'electron';
import { fail, ok, type Result } from '../app/domain/result.ts';
import { openDatabase } from '../app/journal/database.ts';
import { systemClock } from './clock.ts';
import { type CommandLine, parseCommandLine } from './command-line.ts';
import { registerScheme, serveContent } from './content.ts';
import { type StartFailure, sentence } from './failure.ts';
import { lazyMaxBonus } from './lazy-loyalty.ts';
import { type Log, openLog } from './log.ts';
import { type DataFolder, openDataFolder, openShop } from './shop.ts';
import { mainText } from './text/text.ts';
import { startTraining, trainingProfile } from './training.ts';
import { forbidLeaving, openWindow } from './window.ts';
import { Workstation, type WorkstationParts } from './workstation.ts';

/** The program: reads its command line, opens its data folder, puts the till together and shows the window. */

const EXIT = { failed: 1, badCommandLine: 2 } as const;

registerScheme();
void run().catch((error) =>
  refuse({ kind: 'internal', reason: String(error) }, { noDialogs: process.argv.includes('--no-dialogs') }),
);

async function run(): Promise<void> {
  const line = parseCommandLine(process.argv.slice(1));
  if (!line.ok) return refuse({ kind: 'switch', name: line.error.missingValue }, line.error, EXIT.badCommandLine);
  const folder = claimDataFolder(line.value.dataDir);
  if (!folder.ok) return refuse(folder.error, line.value);
  const log = openLog(folder.value.dir);
  process.on('uncaughtException', (error) => log.error('uncaught', { error: String(error.stack) }));
  process.on('unhandledRejection', (reason) => log.error('unhandled', { error: String(reason) }));
  await app.whenReady();
  const started = await open(folder.value, line.value, log);
  if (!started.ok) return refuse(started.error, line.value);
}

/** The data folder, ours alone: a second program on the same folder is told to go to the first. */
function claimDataFolder(wanted: string | undefined): Result<DataFolder, StartFailure> {
  const folder = openDataFolder(path.resolve(wanted ?? app.getPath('userData')));
  if (!folder.ok) return folder;
  app.setPath('userData', path.join(folder.value.dir, 'chromium'));
  return app.requestSingleInstanceLock() ? folder : fail({ kind: 'already-running', dir: folder.value.dir });
}

async function open(folder: DataFolder, line: CommandLine, log: Log): Promise<Result<undefined, StartFailure>> {
  const shop = openShop(folder, line.importProfile);
  if (!shop.ok) return shop;
  const configured = shop.value.profile;
  const training = configured?.maxbonus === undefined;
  const profile = configured ?? trainingProfile(mainText('ru'));
  // Training never mixes with the shop's own receipts.
  const file = path.join(folder.dir, training ? 'training.sqlite' : 'journal.sqlite');
  const database = openDatabase(file);
  if (!database.ok) return fail({ kind: 'journal', file, failure: database.error });

  const emulated = training ? await startTraining() : null;
  const maxbonus = emulated?.maxbonus ?? configured?.maxbonus;
  if (!maxbonus) throw new Error('a till has a loyalty service or trains');

  forbidLeaving();
  const devServer = app.isPackaged ? undefined : process.env['ARM_DEV_SERVER'];
  serveContent({ folder: path.join(__dirname, 'renderer'), language: profile.language, devServer });
  const workstation = openWorkstation({
    profile: configured || !emulated ? profile : { ...profile, codes: emulated.codes },
    training: emulated,
    database: database.value,
    loyalty: lazyMaxBonus(maxbonus),
    goods: shop.value.goods ?? emulated?.goods ?? null,
    clock: systemClock,
    log,
  });
  if (!workstation.ok) return fail({ kind: 'journal', file, failure: { kind: 'unusable', reason: workstation.error } });
  show(workstation.value);
  if (shop.value.secretsKept === 'memory') workstation.value.warn('secret-not-kept');
  log.info('started', { version: app.getVersion(), electron: process.versions.electron, training });
  return ok(undefined);
}

/** Fails with the reason when the journal holds what this program cannot read. */
function openWorkstation(parts: WorkstationParts): Result<Workstation, string> {
  try {
    return ok(new Workstation(parts));
  } catch (error) {
    return fail(String(error));
  }
}

function show(workstation: Workstation): void {
  // Nothing is awaited between the window and its handlers: the first thing that it asks must find somebody.
  const window = openWindow();
  workstation.start(window.webContents);
  app.on('second-instance', () => {
    if (window.isMinimized()) window.restore();
    window.focus();
  });
  app.on('window-all-closed', () => {
    workstation.stop();
    app.quit();
  });
}

/** Says why the program does not start: to whoever reads stderr, and in a window unless nobody is there to close it. */
async function refuse(
  failure: StartFailure,
  { noDialogs }: Pick<CommandLine, 'noDialogs'>,
  exitCode: number = EXIT.failed,
): Promise<void> {
  const text = mainText('ru');
  const message = sentence(failure, text);
  process.stderr.write(`${message}\n`);
  // Whoever starts the program a second time finds the first one's window in front.
  const silent = noDialogs || failure.kind === 'already-running';
  if (!silent) {
    await app.whenReady();
    dialog.showErrorBox(text('product'), message);
  }
  app.exit(exitCode);
}
