import type { PrinterDraft, ScannerDraft, SetupDraft, SetupView, SlipDraft } from '../app/contract/setup.ts';
import type { SettingFault } from '../app/domain/setting-fault.ts';

export const SETUP_TABS = ['scanners', 'printers', 'slip', 'goods'] as const;
export type SetupTab = (typeof SETUP_TABS)[number];

/** A device in the form, and its place in the settings that are in force; `null` for one that is new. */
export type Listed<Draft> = { readonly draft: Draft; readonly place: number | null };

export type DeviceList = 'scanners' | 'printers';

/** What stands on the setup screen. It outlives the screen, so that a customer who comes in between takes nothing away. */
export type SetupState = {
  readonly tab: SetupTab;
  /** As it is in force. */
  readonly given: SetupView;
  readonly scanners: readonly Listed<ScannerDraft>[];
  readonly printers: readonly Listed<PrinterDraft>[];
  readonly slip: SlipDraft;
  /** Why it was not saved, until what is wrong is changed. */
  readonly faults: readonly SettingFault[];
  /** Which device of each list is shown. */
  readonly chosen: { readonly [List in DeviceList]: number };
  /** It was saved, and nothing has been changed since. */
  readonly saved: boolean;
};

/** What the till said, ready to be changed; tab and chosen devices stay. */
export function setupOf(given: SetupView, before: SetupState | null, saved = false): SetupState {
  const { scanners, printers, slip } = given.draft;
  return {
    tab: before?.tab ?? 'scanners',
    given,
    scanners: scanners.map(listed),
    printers: printers.map(listed),
    slip,
    faults: [],
    chosen: {
      scanners: within(before?.chosen.scanners ?? 0, scanners),
      printers: within(before?.chosen.printers ?? 0, printers),
    },
    saved,
  };
}

export function draftIn({ scanners, printers, slip }: SetupState): SetupDraft {
  return { scanners: scanners.map(({ draft }) => draft), printers: printers.map(({ draft }) => draft), slip };
}

export function isChanged(setup: SetupState): boolean {
  return JSON.stringify(draftIn(setup)) !== JSON.stringify(setup.given.draft);
}

export function withScanner(setup: SetupState, at: number, draft: ScannerDraft): SetupState {
  const scanners = setup.scanners.map((one, place) => (place === at ? { ...one, draft } : one));
  return changed({ ...setup, scanners }, ['scanners', at]);
}

export function withPrinter(setup: SetupState, at: number, draft: PrinterDraft): SetupState {
  const printers = setup.printers.map((one, place) => (place === at ? { ...one, draft } : one));
  return changed({ ...setup, printers }, ['printers', at]);
}

/** What is wrong with it is told anew for every change (`faultySlip`). */
export function withSlip(setup: SetupState, slip: SlipDraft): SetupState {
  return { ...setup, slip, saved: false };
}

/** The new one is shown. */
export function withNewScanner(setup: SetupState, draft: ScannerDraft): SetupState {
  const scanners = [...setup.scanners, { draft, place: null }];
  return chosen(changed({ ...setup, scanners }, ['scanners']), 'scanners', setup.scanners.length);
}

export function withNewPrinter(setup: SetupState, draft: PrinterDraft): SetupState {
  const printers = [...setup.printers, { draft, place: null }];
  return chosen(changed({ ...setup, printers }, ['printers']), 'printers', setup.printers.length);
}

export function without(setup: SetupState, list: DeviceList, at: number): SetupState {
  const rest = { ...setup, [list]: setup[list].filter((_, place) => place !== at) };
  return chosen(changed(rest, [list]), list, at < setup.chosen[list] ? setup.chosen[list] - 1 : setup.chosen[list]);
}

/** Moves a printer up (-1) or down (1) in the order of preference; the ends of the list stop it. */
export function moved(setup: SetupState, at: number, step: -1 | 1): SetupState {
  const one = setup.printers[at];
  const other = setup.printers[at + step];
  if (!one || !other) return setup;
  const printers = setup.printers.with(at, other).with(at + step, one);
  return chosen(changed({ ...setup, printers }, ['printers']), 'printers', at + step);
}

export function chosen(setup: SetupState, list: DeviceList, at: number): SetupState {
  return { ...setup, chosen: { ...setup.chosen, [list]: within(at, setup[list]) } };
}

/** Shows where the first of the faults is. */
export function faulty(setup: SetupState, faults: readonly SettingFault[]): SetupState {
  const [list, place] = faults[0]?.path ?? [];
  const shown = { ...setup, faults, saved: false, tab: SETUP_TABS.find((tab) => tab === list) ?? setup.tab };
  return (list === 'scanners' || list === 'printers') && typeof place === 'number' ? chosen(shown, list, place) : shown;
}

/** The same for what is typed into the slip, while it is typed. */
export function faultySlip(setup: SetupState, faults: readonly SettingFault[]): SetupState {
  const others = setup.faults.filter(({ path }) => path[0] !== 'slip');
  return others.length === setup.faults.length && faults.length === 0
    ? setup
    : { ...setup, faults: [...others, ...faults] };
}

/** What was changed may be right now. */
function changed(setup: SetupState, path: SettingFault['path']): SetupState {
  return { ...setup, saved: false, faults: setup.faults.filter((fault) => !leadsInto(fault.path, path)) };
}

function leadsInto(path: SettingFault['path'], folder: SettingFault['path']): boolean {
  return folder.every((part, depth) => path[depth] === part);
}

function listed<Draft>(draft: Draft, place: number): Listed<Draft> {
  return { draft, place };
}

function within(at: number, list: readonly unknown[]): number {
  return Math.max(0, Math.min(at, list.length - 1));
}
