import { storageFaultOf } from '../app/domain/storage-fault.ts';
import type { JournalFailure } from '../app/journal/file/journal-file.ts';
import type { ProfileFault } from '../app/settings/profile-fault.ts';
import type { ProfileFailure } from '../app/settings/store.ts';
import { FEWEST_DESCRIPTORS } from './descriptors.ts';
import type { MainText } from './text/text.ts';

/** Why the program cannot start. */
export type StartFailure =
  | { readonly kind: 'switch'; readonly name: string }
  /** The package does not take them. */
  | { readonly kind: 'foreign-switches'; readonly names: readonly string[] }
  | { readonly kind: 'foreign-variables'; readonly names: readonly string[] }
  | { readonly kind: 'data-dir'; readonly dir: string; readonly reason: string }
  /** The system lets the program open too few files. */
  | { readonly kind: 'few-descriptors'; readonly limit: number }
  | { readonly kind: 'already-running'; readonly dir: string }
  | { readonly kind: 'profile'; readonly file: string; readonly failure: ProfileFailure }
  | { readonly kind: 'settings-not-stored'; readonly file: string; readonly reason: string }
  /** A defect, or a system that fails where none does. */
  | { readonly kind: 'internal'; readonly reason: string }
  | { readonly kind: 'journal'; readonly file: string; readonly failure: JournalFailure };

/** One sentence that says what is wrong and what to do. */
export function sentence(failure: StartFailure, text: MainText): string {
  switch (failure.kind) {
    case 'switch':
      return text('startup.switchNeedsValue', { name: failure.name });
    case 'foreign-switches':
      return text('startup.foreignSwitches', { names: failure.names.join(', ') });
    case 'foreign-variables':
      return text('startup.foreignVariables', { names: failure.names.join(', ') });
    case 'data-dir':
      return text('startup.dataDirUnusable', { dir: failure.dir, reason: reasonWords(failure.reason, text) });
    case 'few-descriptors':
      return text('startup.fewDescriptors', { limit: failure.limit, needed: FEWEST_DESCRIPTORS });
    case 'already-running':
      return text('startup.alreadyRunning', { dir: failure.dir });
    case 'profile':
      return profileSentence(failure.file, failure.failure, text);
    case 'settings-not-stored':
      return text('startup.settingsNotStored', { file: failure.file, reason: reasonWords(failure.reason, text) });
    case 'internal':
      return text('startup.internal', { reason: reasonWords(failure.reason, text) });
    case 'journal':
      return journalSentence(failure.file, failure.failure, text);
  }
}

/** Ours for what the system says of its disk in English. */
function reasonWords(reason: string, text: MainText): string {
  const fault = storageFaultOf(reason);
  return fault ? text(`storage.${fault}`) : reason;
}

function profileSentence(file: string, failure: ProfileFailure, text: MainText): string {
  switch (failure.kind) {
    case 'missing':
      return text('startup.profileMissing', { file });
    case 'unreadable':
      return text('startup.profileUnreadable', { file, reason: failure.reason });
    case 'encoding':
      return text('startup.profileEncoding', { file });
    case 'invalid':
      return text('startup.profileInvalid', { file, reason: faultLines(failure.faults, text) });
  }
}

/** More than anybody mends at once. */
const MOST_FAULTS = 20;

function faultLines(faults: readonly ProfileFault[], text: MainText): string {
  const lines = faults.slice(0, MOST_FAULTS).map(({ place, code, values }) => {
    const said = text(`profileFault.${code}`, { ...values, type: typeName(values['expected'], text) });
    return place === '' ? `• ${said}` : `• ${place}: ${said}`;
  });
  const more = faults.length - lines.length;
  return [...lines, ...(more > 0 ? [text('startup.moreFaults', { more })] : [])].join('\n');
}

function typeName(expected: string | number | undefined, text: MainText): string {
  switch (expected) {
    case 'string':
    case 'number':
    case 'boolean':
    case 'array':
    case 'object':
      return text(`typeName.${expected}`);
    case 'int':
      return text('typeName.integer');
    case 'tuple':
      return text('typeName.array');
    default:
      return String(expected ?? '');
  }
}

function journalSentence(file: string, failure: JournalFailure, text: MainText): string {
  switch (failure.kind) {
    case 'unusable':
      return text('startup.journalUnusable', { file, reason: failure.reason });
    case 'damaged':
      return text('startup.journalDamaged', { file, reason: failure.reason });
    case 'read-only':
      return text('startup.journalReadOnly', { file });
    case 'disk-full':
      return text('startup.journalDiskFull', { file });
    case 'busy':
      return text('startup.journalBusy', { file });
    case 'no-backup':
      return text('startup.journalNoBackup', { file, reason: failure.reason });
    case 'claimed':
      return text('startup.journalClaimed', { file });
    case 'too-new':
      return text('startup.journalTooNew', { file });
    case 'pragma':
      return text('startup.journalPragma', { file, name: failure.name });
  }
}
