import type Database from 'better-sqlite3';

/** A statement that gives rows. Their shape is checked where they are read. */
export interface Query<Parameters extends unknown[], Row> {
  get(...parameters: Parameters): Row | undefined;
  all(...parameters: Parameters): Row[];
  iterate(...parameters: Parameters): IterableIterator<Row>;
  /** Gives the first column alone. */
  pluck(on?: boolean): Query<Parameters, Row>;
}

/** A connection for whoever only asks: its statements cannot be run for their effect. */
export interface JournalReader {
  prepare<Parameters extends unknown[] | object = unknown[], Row = unknown>(
    source: string,
  ): Parameters extends unknown[] ? Query<Parameters, Row> : Query<[Parameters], Row>;
}

/** A connection that may change the journal; main has the only one. */
export interface JournalWriter
  extends JournalReader,
    Pick<Database.Database, 'prepare' | 'exec' | 'transaction' | 'pragma' | 'function' | 'open' | 'close'> {
  prepare: Database.Database['prepare'];
}

/** A connection that only reads, on a file that stays as it is. */
export interface ReadOnlyJournal
  extends JournalReader,
    Pick<Database.Database, 'exec' | 'pragma' | 'backup' | 'close'> {
  prepare: JournalReader['prepare'];
}
