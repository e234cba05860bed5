import path from 'node:path';
import { app, type BrowserWindow } from 'electron';
import { problem } from '../app/domain/problem.ts';
import { fail, ok, type Result } from '../app/domain/result.ts';
import { type OpenFailure, openFailure } from '../app/journal/database.ts';
import { pinSeal } from '../app/journal/pin-seal.ts';
import { storeSettings } from '../app/settings/store.ts';
import { systemClock } from './clock.ts';
import { type CommandLine, parseCommandLine } from './command-line.ts';
import { registerScheme, serveContent } from './content.ts';
import { Descriptors, FEWEST_DESCRIPTORS, limitOfSystem } from './descriptors.ts';
import { KnownPrinters } from './devices/known-printers.ts';
import type { StartFailure } from './failure.ts';
import { GoodsRuns } from './goods-runs.ts';
import { openProgramJournal, type ProgramJournal } from './journal-file.ts';
import { lazyMaxBonus } from './lazy-loyalty.ts';
import { type Log, openLog } from './log.ts';
import { START_URL } from './origin.ts';
import { pinKey } from './pin-key.ts';
import { PreparationWindow } from './preparation-window.ts';
import { writePrivately } from './private-files.ts';
import { EXIT, refuse, refusesStart } from './refuse.ts';
import { type DataFolder, openDataFolder, openShop } from './shop.ts';
import { mainText } from './text/text.ts';
import { startTraining, trainingProfile } from './training.ts';
import { helperFolder, serveKeychain } from './vault/helper.ts';
import { openVault, withoutKeychain } from './vault/open-vault.ts';
import { forbidLeaving, guardLeaving, openWindow } from './window.ts';
import { WindowMemory } from './window-memory.ts';
import { WindowSize } from './window-size.ts';
import { Workstation, type WorkstationParts } from './workstation.ts';

/** The program: reads its command line, opens its data folder, puts the till together and shows the window. */

const helper = helperFolder(process.argv);
const passwordStore = helper === null ? withoutKeychain() : '';
writePrivately();
registerScheme();
// However often the process for graphics dies, Chromium starts it again: the sixth time it would end the program.
app.commandLine.appendSwitch('disable-gpu-process-crash-limit');
const mayStart = !(app.isPackaged && refusesStart(process.argv.slice(1), process.env));
if (mayStart && helper !== null) void serveKeychain(helper).catch(() => app.exit(EXIT.failed));
else if (mayStart)
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
  const descriptors = limitOfSystem();
  if (descriptors < FEWEST_DESCRIPTORS) return refuse({ kind: 'few-descriptors', limit: descriptors }, line.value);
  await app.whenReady();
  const started = await open(folder.value, line.value, log);
  if (!started.ok) return refuse(started.error, line.value);
}

/** The data folder, ours alone: a second program on the same folder is told to go to the first. */
function claimDataFolder(wanted: string | undefined): Result<DataFolder, StartFailure> {
  const folder = openDataFolder(path.resolve(wanted ?? app.getPath('userData')), wanted === undefined);
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
  const vault = openVault({ folder, store: passwordStore, log }, shop.value.secrets);
  // Training never mixes with the shop's own receipts.
  const file = path.join(folder.dir, training ? 'training.sqlite' : 'journal.sqlite');
  let restarting = false;
  let till: Workstation | null = null;
  forbidLeaving();
  const devServer = app.isPackaged ? undefined : process.env['ARM_DEV_SERVER'];
  serveContent({ folder: path.join(__dirname, 'renderer'), language: profile.language, devServer });
  const memory = new WindowMemory(folder.window);
  const { kiosk } = profile.window;
  const opened = (): BrowserWindow => openWindow({ kiosk, memory });
  const preparing = new PreparationWindow(opened);
  const journal = await openProgramJournal(file, {
    clock: systemClock,
    log,
    cashier: profile.outlet.cashier,
    damaged(reason, again) {
      restarting = true;
      // Not in the middle of the statement that found it.
      setImmediate(() => (again ? refuse(damage(file, reason), line) : startAnew()));
    },
    rescued: () => startAnew(),
    warn(told) {
      till?.warn(told);
      return till !== null;
    },
    preparing: (progress) => preparing.tell(progress),
  });
  if (!journal.ok) return fail({ kind: 'journal', file, failure: journal.error });

  const emulated = training ? await startTraining() : null;
  // A receipt on the desk may hold PINs that its key opens.
  await vault.soon('journal');
  const maxbonus = emulated?.maxbonus ?? configured?.maxbonus;
  if (!maxbonus) throw new Error('a till has a loyalty service or trains');

  const workstation = openWorkstation({
    profile: configured || !emulated ? profile : { ...profile, codes: emulated.codes },
    training: emulated,
    database: journal.value.writer,
    worker: journal.value.worker,
    seal: pinSeal(pinKey({ get: vault.source('journal'), keep: (key) => vault.keep('journal', key) })),
    vault,
    loyalty: lazyMaxBonus(
      maxbonus,
      ({ kind, ...remark }) => log.info(`maxbonus-${kind}`, remark),
      emulated ? undefined : vault.key('maxbonus'),
    ),
    ecs: (emulated ?? configured)?.ecs ?? null,
    goods: shop.value.goods ?? emulated?.goods ?? null,
    imported: line.importProfile !== undefined,
    goodsRuns: new GoodsRuns(folder.goodsRuns),
    knownPrinters: new KnownPrinters(folder.printers),
    window: new WindowSize(profile.window, memory),
    store: (settings) => storeSettings(folder.settings, settings),
    look: journal.value.look,
    clock: systemClock,
    log,
  });
  if (restarting) return ok(undefined);
  if (!workstation.ok) return fail({ kind: 'journal', file, failure: workstation.error });
  till = workstation.value;
  const window = preparing.handOver() ?? opened();
  const unfinished = () => workstation.value.view();
  const leave = guardLeaving(window, { kiosk, asks: !line.noDialogs, unfinished, text: mainText(profile.language) });
  show(window, workstation.value, leave);
  leaveInOrder(workstation.value, journal.value);
  watchDescriptors(workstation.value, log);
  if (journal.value.notice) workstation.value.warn(journal.value.notice);
  if (journal.value.isNew && !training && shop.value.hasSold) workstation.value.warn(problem('journal-begun-anew'));
  log.info('started', { version: app.getVersion(), electron: process.versions.electron, training });
  return ok(undefined);
}

/** A program that opens no more files is told of while it can still tell; what it needs to sell on was kept back. */
function watchDescriptors(workstation: Workstation, log: Log): void {
  if (process.platform === 'win32') return;
  const descriptors = new Descriptors(systemClock, {
    out() {
      log.error('descriptors-out');
      workstation.warn(problem('descriptors-out'));
    },
    enough: () => log.info('descriptors-enough'),
  });
  descriptors.start();
  app.once('will-quit', () => descriptors.stop());
}

/** Fails with the reason when the journal holds what this program cannot read. */
function openWorkstation(parts: WorkstationParts): Result<Workstation, OpenFailure> {
  try {
    return ok(new Workstation(parts));
  } catch (error) {
    return fail(openFailure(error));
  }
}

function damage(file: string, reason: string): StartFailure {
  return { kind: 'journal', file, failure: { kind: 'damaged', reason } };
}

/** The next start salvages the journal: there is one way of recovery, and it leads through a start. */
function startAnew(): void {
  app.relaunch();
  app.exit(0);
}

function show(window: BrowserWindow, workstation: Workstation, leave: () => void): void {
  // Nothing is awaited between the page and its handlers: the first thing that it asks must find somebody.
  void window.loadURL(START_URL);
  workstation.start(window.webContents, leave);
}

/** However the program is asked to leave: the till stops, the journal gets its backup and is closed, and then it goes. */
function leaveInOrder(workstation: Workstation, journal: ProgramJournal): void {
  let left = false;
  app.on('window-all-closed', () => app.quit());
  app.on('will-quit', (event) => {
    if (!left) event.preventDefault();
  });
  app.once('will-quit', async () => {
    workstation.stop();
    const isDone = await journal.close();
    left = true;
    // The system would wait for the worker's thread, and the till could not be started again meanwhile.
    if (!isDone) process.kill(process.pid, 'SIGKILL');
    app.quit();
  });
}
