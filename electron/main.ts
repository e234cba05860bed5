import path from 'node:path';
import { app, dialog } from 'electron';
import { fail, ok, type Result } from '../app/domain/result.ts';
import { openDatabase } from '../app/journal/database.ts';
import type { LoyaltyGateway } from '../app/sale/ports.ts';
import type { Profile } from '../app/settings/profile.ts';
import { systemClock } from './clock.ts';
import { type CommandLine, parseCommandLine } from './command-line.ts';
import { registerScheme, serveContent } from './content.ts';
import { type StartFailure, sentence } from './failure.ts';
import { lazyMaxBonus } from './lazy-loyalty.ts';
import { type Log, openLog } from './log.ts';
import { type DataFolder, openDataFolder, openShop, type Shop } from './shop.ts';
import { mainText } from './text/text.ts';
import { startTraining, trainingProfile } from './training.ts';
import { forbidLeaving, openWindow } from './window.ts';
import { Workstation } from './workstation.ts';

/** The program: reads its command line, opens its data folder, puts the till together and shows the window. */

const EXIT = { failed: 1, badCommandLine: 2 } as const;

registerScheme();
void run();

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

  forbidLeaving();
  const devServer = app.isPackaged ? undefined : process.env['ARM_DEV_SERVER'];
  serveContent({ folder: path.join(__dirname, 'renderer'), language: profile.language, devServer });
  const window = openWindow();
  const { loyalty, goods } = await connect(profile, shop.value, training);
  const workstation = new Workstation({
    profile,
    training,
    database: database.value,
    loyalty,
    goods,
    clock: systemClock,
    log,
  });
  workstation.start(window.webContents);
  if (shop.value.secretsKept === 'memory') workstation.warn('secret-not-kept');
  app.on('second-instance', () => {
    if (window.isMinimized()) window.restore();
    window.focus();
  });
  app.on('window-all-closed', () => {
    workstation.stop();
    app.quit();
  });
  log.info('started', { version: app.getVersion(), electron: process.versions.electron, training });
  return ok(undefined);
}

async function connect(
  profile: Profile,
  shop: Shop,
  training: boolean,
): Promise<{ loyalty: LoyaltyGateway; goods: Shop['goods'] }> {
  if (!training && profile.maxbonus) {
    const { maxbonus } = profile;
    return { loyalty: lazyMaxBonus(async () => maxbonus), goods: shop.goods };
  }
  const emulated = await startTraining();
  return { loyalty: lazyMaxBonus(async () => emulated.maxbonus), goods: shop.goods ?? emulated.goods };
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
