-- A message may belong to a round, and goes out in a batch: one call to the platform, kept whole before it is made, so
-- that it can be repeated byte by byte when no answer came.
ALTER TABLE outbox ADD COLUMN round TEXT NOT NULL DEFAULT '';
ALTER TABLE outbox ADD COLUMN batch TEXT NOT NULL DEFAULT '';
CREATE INDEX outbox_round ON outbox (round, state);
CREATE INDEX outbox_batch ON outbox (batch);
CREATE INDEX outbox_settled ON outbox (settled_at);

-- The receivers in their order are kept until the call is settled; the text stays for the ledger.
CREATE TABLE batch (
  id TEXT NOT NULL PRIMARY KEY, people TEXT NOT NULL, text TEXT NOT NULL, urgency INTEGER NOT NULL,
  first_at INTEGER NOT NULL, next_at INTEGER NOT NULL, last_at INTEGER NOT NULL, lease_until INTEGER NOT NULL,
  tries INTEGER NOT NULL, is_doubtful INTEGER NOT NULL, state TEXT NOT NULL, outcome TEXT NOT NULL) STRICT;
CREATE INDEX batch_state ON batch (state, next_at);

-- How many people were written to on a day, and until when the platform wants to be left alone.
CREATE TABLE sending_day (day TEXT NOT NULL PRIMARY KEY, people INTEGER NOT NULL) STRICT;
CREATE TABLE sending_pause (
  cause TEXT NOT NULL PRIMARY KEY, level INTEGER NOT NULL, since INTEGER NOT NULL, until INTEGER NOT NULL) STRICT;

-- Whom the platform refused by name, until it takes a message for them again.
CREATE TABLE unreachable (person TEXT NOT NULL PRIMARY KEY, reason TEXT NOT NULL, since INTEGER NOT NULL) STRICT;

-- A round that a member of staff has started; numbers is empty where it goes to everybody it fits.
CREATE TABLE round (
  id TEXT NOT NULL PRIMARY KEY, season INTEGER NOT NULL, audience TEXT NOT NULL, colleges TEXT NOT NULL,
  starter TEXT NOT NULL, started_at INTEGER NOT NULL, people INTEGER NOT NULL, state TEXT NOT NULL,
  changed_at INTEGER NOT NULL) STRICT;

-- What was decided about a student for a rule on an occasion: once for ever, whatever crashes.
CREATE TABLE occasion (
  season INTEGER NOT NULL, number TEXT NOT NULL, rule TEXT NOT NULL, occasion TEXT NOT NULL, due_at INTEGER NOT NULL,
  at INTEGER NOT NULL, message TEXT NOT NULL, verdict TEXT NOT NULL,
  PRIMARY KEY (season, number, rule, occasion)) STRICT;
CREATE INDEX occasion_at ON occasion (season, at);

-- What a secretary's last digest said, so that the next one comes only when something changed.
CREATE TABLE digest (person TEXT NOT NULL PRIMARY KEY, facts TEXT NOT NULL, day TEXT NOT NULL) STRICT;
