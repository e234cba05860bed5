/**
 * The journal's schema, one numbered step after another; never edited once released. `user_version` says how many are done.
 * Works on SQLite 3.47 and later.
 */
export const migrations: readonly string[] = [
  /* 1: one sale, its write intent, its slip, and the goods */ `
  CREATE TABLE sale (
    id TEXT PRIMARY KEY,
    number INTEGER NOT NULL UNIQUE,
    stage TEXT NOT NULL CHECK (stage IN ('open', 'writing', 'in-doubt', 'written', 'discarded')),
    head TEXT NOT NULL CHECK (json_valid(head)),
    opened_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX sale_unfinished ON sale (number) WHERE stage IN ('open', 'writing', 'in-doubt');

  CREATE TABLE sale_line (
    sale_id TEXT NOT NULL REFERENCES sale (id),
    line_index INTEGER NOT NULL,
    body TEXT NOT NULL CHECK (json_valid(body)),
    PRIMARY KEY (sale_id, line_index)
  ) STRICT, WITHOUT ROWID;

  -- A row stands here exactly as long as the outcome of a write is open.
  CREATE TABLE write_intent (
    sale_id TEXT PRIMARY KEY REFERENCES sale (id),
    request TEXT NOT NULL CHECK (json_valid(request)),
    at INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE print_job (
    id INTEGER PRIMARY KEY,
    -- The sale whose slip it is; empty for slips of other kinds.
    sale_id TEXT REFERENCES sale (id),
    document TEXT NOT NULL CHECK (json_valid(document)),
    state TEXT NOT NULL CHECK (state IN ('queued', 'sending', 'sent', 'confirmed', 'failed', 'no-printer')),
    copy INTEGER NOT NULL DEFAULT 0 CHECK (copy IN (0, 1)),
    queued_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX print_job_waiting ON print_job (id) WHERE state IN ('queued', 'sending');
  CREATE INDEX print_job_sale ON print_job (sale_id);

  CREATE TABLE receipt_return (
    id TEXT PRIMARY KEY,
    sale_id TEXT NOT NULL REFERENCES sale (id),
    stage TEXT NOT NULL CHECK (stage IN ('writing', 'written', 'refused')),
    request TEXT NOT NULL CHECK (json_valid(request)),
    outcome TEXT CHECK (json_valid(outcome)),
    at INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX receipt_return_sale ON receipt_return (sale_id);

  CREATE TABLE product (
    code TEXT PRIMARY KEY,
    barcode TEXT UNIQUE,
    name TEXT NOT NULL,
    price INTEGER NOT NULL CHECK (price >= 0),
    weighed INTEGER NOT NULL CHECK (weighed IN (0, 1))
  ) STRICT, WITHOUT ROWID;
  `,
];
