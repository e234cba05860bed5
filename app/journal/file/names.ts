import path from 'node:path';

/** The files around a journal, all in its folder and named after it. */
export type JournalFiles = {
  readonly journal: string;
  readonly wal: string;
  readonly shm: string;
  /** Held by the program that works with the journal. */
  readonly lock: string;
  /** Stands there when damage was found while working: the next start salvages. */
  readonly suspicion: string;
  /** The journal being made of a damaged one. */
  readonly salvage: string;
  /** The newest backup, brought to today's schema to be read. */
  readonly oldBackup: string;
  /** What the last recovery did, until somebody was told. */
  readonly recovery: string;
  readonly backups: string;
  /** What all names begin with. */
  readonly base: string;
};

export function filesOf(journal: string): JournalFiles {
  const { dir, name: base } = path.parse(journal);
  const beside = (ending: string): string => path.join(dir, `${base}${ending}`);
  return {
    journal,
    wal: `${journal}-wal`,
    shm: `${journal}-shm`,
    lock: beside('.lock'),
    suspicion: beside('-suspicion.txt'),
    salvage: beside('-salvage.sqlite'),
    oldBackup: beside('-old-backup.sqlite'),
    recovery: beside('-recovery.json'),
    backups: path.join(dir, 'backups'),
    base,
  };
}

/** The till's own day and time as they stand in a file's name, by which names sort: `2026-11-21`, `2026-11-21-091700`. */
export function dayOf(at: number): string {
  const time = new Date(at);
  return [time.getFullYear(), two(time.getMonth() + 1), two(time.getDate())].join('-');
}

export function secondOf(at: number): string {
  const time = new Date(at);
  return `${dayOf(at)}-${two(time.getHours())}${two(time.getMinutes())}${two(time.getSeconds())}`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
