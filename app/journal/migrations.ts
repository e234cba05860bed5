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
  /* 2: event log, outbox, shifts, receipts that are held or queued, more states of a slip */ `
  CREATE TABLE shift (
    number INTEGER PRIMARY KEY,
    opened_at INTEGER NOT NULL,
    opened_by TEXT NOT NULL,
    closed_at INTEGER,
    -- The Z report, once closed.
    report TEXT CHECK (json_valid(report)),
    CHECK ((closed_at IS NULL) = (report IS NULL))
  ) STRICT;
  CREATE UNIQUE INDEX shift_open ON shift (closed_at IS NULL) WHERE closed_at IS NULL;
  CREATE TRIGGER shift_final BEFORE UPDATE ON shift WHEN OLD.closed_at IS NOT NULL
    BEGIN SELECT RAISE(ABORT, 'a closed shift does not change'); END;
  CREATE TRIGGER shift_kept BEFORE DELETE ON shift BEGIN SELECT RAISE(ABORT, 'a shift is kept'); END;

  CREATE TABLE sale_now (
    id TEXT PRIMARY KEY,
    number INTEGER NOT NULL UNIQUE,
    stage TEXT NOT NULL CHECK (stage IN
      ('open', 'held', 'writing', 'in-doubt', 'queued', 'written', 'set-aside', 'discarded')),
    head TEXT NOT NULL CHECK (json_valid(head)),
    opened_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    -- The shift in which it was paid.
    shift INTEGER REFERENCES shift (number),
    -- When it was paid or cancelled.
    finished_at INTEGER,
    phone_ending TEXT GENERATED ALWAYS AS (head ->> '$.customer.phoneEnding') VIRTUAL,
    -- When it happened, as people look for it.
    at INTEGER GENERATED ALWAYS AS (coalesce(finished_at, opened_at)) VIRTUAL
  ) STRICT;
  INSERT INTO sale_now (id, number, stage, head, opened_at, changed_at, finished_at)
    SELECT id, number, stage, head, opened_at, changed_at,
      CASE WHEN stage IN ('written', 'discarded') THEN changed_at END FROM sale;
  DROP TABLE sale;
  ALTER TABLE sale_now RENAME TO sale;
  CREATE INDEX sale_stage ON sale (stage, number);
  CREATE INDEX sale_at ON sale (at, number, stage);
  CREATE INDEX sale_phone ON sale (phone_ending, number) WHERE phone_ending IS NOT NULL;
  CREATE INDEX sale_shift ON sale (shift) WHERE shift IS NOT NULL;

  ALTER TABLE receipt_return ADD COLUMN shift INTEGER REFERENCES shift (number);
  DROP INDEX receipt_return_sale;
  CREATE INDEX receipt_return_sale ON receipt_return (sale_id, stage);
  CREATE INDEX receipt_return_shift ON receipt_return (shift) WHERE shift IS NOT NULL;

  -- Each row carries the hash of its own content and of the row before it.
  CREATE TABLE event (
    id INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    who TEXT NOT NULL,
    kind TEXT NOT NULL,
    -- The receipt or the shift it happened to.
    subject TEXT,
    body TEXT NOT NULL CHECK (json_valid(body)),
    hash TEXT NOT NULL
  ) STRICT;
  CREATE INDEX event_subject ON event (subject, id) WHERE subject IS NOT NULL;
  CREATE TRIGGER event_final BEFORE UPDATE ON event BEGIN SELECT RAISE(ABORT, 'an event does not change'); END;
  CREATE TRIGGER event_kept BEFORE DELETE ON event BEGIN SELECT RAISE(ABORT, 'an event is kept'); END;

  -- What the services have yet to be told. A row goes once its outcome is known and stored.
  CREATE TABLE outbox (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL,
    -- Rows of one lane are delivered one after the other; a receipt is a lane.
    lane TEXT NOT NULL,
    request TEXT NOT NULL CHECK (json_valid(request)),
    state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'dead')),
    -- An earlier attempt may have taken effect.
    in_doubt INTEGER NOT NULL DEFAULT 0 CHECK (in_doubt IN (0, 1)),
    attempts INTEGER NOT NULL DEFAULT 0,
    not_before INTEGER NOT NULL DEFAULT 0,
    -- Why the last attempt failed.
    problem TEXT CHECK (json_valid(problem)),
    at INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX outbox_lane ON outbox (lane, id);
  CREATE INDEX outbox_waiting ON outbox (id) WHERE state = 'waiting';
  CREATE INDEX outbox_return ON outbox (id) WHERE kind = 'receipt-return';
  INSERT INTO outbox (kind, lane, request, in_doubt, at)
    SELECT 'receipt-write', sale_id, request, 1, at FROM write_intent ORDER BY at;
  INSERT INTO outbox (kind, lane, request, in_doubt, at)
    SELECT 'receipt-return', sale_id, request, 1, at FROM receipt_return WHERE stage = 'writing' ORDER BY at;
  DROP TABLE write_intent;

  CREATE TABLE print_job_now (
    id INTEGER PRIMARY KEY,
    -- The sale whose slip it is; empty for slips of other kinds.
    sale_id TEXT REFERENCES sale (id),
    kind TEXT NOT NULL CHECK (kind IN ('sale', 'return', 'registration', 'notice', 'shift', 'benefit', 'test')),
    document TEXT NOT NULL CHECK (json_valid(document)),
    state TEXT NOT NULL CHECK (state IN
      ('queued', 'sending', 'confirmed', 'unconfirmed', 'in-doubt', 'failed', 'no-printer', 'cancelled')),
    -- The printer that was chosen for it; empty for the first of the profile.
    printer TEXT,
    copy INTEGER NOT NULL DEFAULT 0 CHECK (copy IN (0, 1)),
    queued_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL
  ) STRICT;
  INSERT INTO print_job_now (id, sale_id, kind, document, state, copy, queued_at, changed_at)
    SELECT id, sale_id, CASE WHEN sale_id IS NULL THEN 'notice' ELSE 'sale' END, document,
      CASE state WHEN 'sent' THEN 'unconfirmed' ELSE state END, copy, queued_at, changed_at FROM print_job;
  DROP TABLE print_job;
  ALTER TABLE print_job_now RENAME TO print_job;
  CREATE INDEX print_job_state ON print_job (state, id);
  CREATE INDEX print_job_sale ON print_job (sale_id);

  -- The largest numbers that were given out before a damaged file was salvaged; some of their rows may be lost.
  CREATE TABLE number_floor (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    sale INTEGER NOT NULL,
    shift INTEGER NOT NULL
  ) STRICT;
  `,
  /* 3: benefits of the ЕЦС */ `
  CREATE TABLE benefit_case (
    id INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    stage TEXT NOT NULL CHECK (stage IN ('found', 'confirming', 'confirmed', 'given', 'declined', 'failed')),
    -- Service, transaction, categories, prices.
    body TEXT NOT NULL CHECK (json_valid(body)),
    -- The holder's number at the ЕЦС, until nobody has to be told any more.
    client_id INTEGER,
    -- The receipt that it lowered.
    receipt_id TEXT
  ) STRICT;
  CREATE INDEX benefit_case_open ON benefit_case (id) WHERE stage IN ('found', 'confirming');

  -- Services that were asked about here.
  CREATE TABLE benefit_service (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    used_at INTEGER NOT NULL
  ) STRICT;

  -- Checks by the hour, counted in hours since 1970: how many, how many answered late, how many not answered.
  CREATE TABLE benefit_level (
    hour INTEGER PRIMARY KEY,
    checks INTEGER NOT NULL,
    late INTEGER NOT NULL,
    failed INTEGER NOT NULL
  ) STRICT;
  `,
  /* 4: receipts that their service took after the Z report of their shift */ `
  -- Empty: what came of it stands in the Z report of its own shift. 0: that was closed too early, and no other has it yet.
  -- Else the number of the Z report that has it.
  ALTER TABLE sale ADD COLUMN belated INTEGER;
  CREATE INDEX sale_belated ON sale (belated) WHERE belated = 0;
  UPDATE sale SET belated = 0
    WHERE stage IN ('writing', 'in-doubt', 'queued') AND shift IN (SELECT number FROM shift WHERE closed_at IS NOT NULL);
  `,
  /* 5: benefits that are given with their receipt; of a benefit that is over, nothing that tells of its holder */ `
  CREATE TABLE benefit_case_now (
    id INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    stage TEXT NOT NULL CHECK (stage IN ('found', 'taken', 'confirming', 'confirmed', 'given', 'declined', 'failed')),
    -- Service, transaction, prices; categories until the case is over.
    body TEXT NOT NULL CHECK (json_valid(body)),
    -- To print when the receipt is paid that it lowers.
    slip TEXT CHECK (json_valid(slip)),
    -- The holder's number at the ЕЦС, until nobody has to be told any more.
    client_id INTEGER,
    -- The receipt that it lowers.
    receipt_id TEXT
  ) STRICT;
  INSERT INTO benefit_case_now (id, at, stage, body, client_id, receipt_id)
    SELECT id, at, stage, CASE WHEN stage IN ('found', 'confirming') THEN body
      ELSE json_set(body, '$.categories', json('[]'), '$.category', NULL) END, client_id, receipt_id FROM benefit_case;
  DROP TABLE benefit_case;
  ALTER TABLE benefit_case_now RENAME TO benefit_case;
  CREATE INDEX benefit_case_open ON benefit_case (id) WHERE stage IN ('found', 'taken', 'confirming');
  CREATE INDEX benefit_case_taken ON benefit_case (receipt_id) WHERE stage = 'taken';
  UPDATE print_job SET document = '{"blocks":[]}'
    WHERE kind = 'benefit' AND state NOT IN ('queued', 'sending', 'in-doubt');
  UPDATE sale_line SET body = json_set(body, '$.benefit.name', '')
    WHERE body ->> '$.benefit.name' IS NOT NULL
      AND sale_id IN (SELECT id FROM sale WHERE stage IN ('queued', 'written', 'set-aside', 'discarded'));

  -- A check that the ЕЦС counts by itself (connection type 3), while nobody knows what it answered.
  CREATE TABLE benefit_asked (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    service TEXT NOT NULL
  ) STRICT;
  `,
  /* 6: groups of goods */ `
  ALTER TABLE product ADD COLUMN group_code TEXT;
  CREATE TABLE goods_group (
    code TEXT PRIMARY KEY,
    parent TEXT,
    name TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  `,
  /* 7: answers that settle nothing are counted */ `
  -- How many answers to it left open what came of it; empty for none.
  ALTER TABLE outbox ADD COLUMN unclear INTEGER;
  `,
];
