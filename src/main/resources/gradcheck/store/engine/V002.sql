-- Where a student stands in this year's list; who has no row is simply in it.
CREATE TABLE standing (
  season INTEGER NOT NULL, number TEXT NOT NULL, state TEXT NOT NULL, reason TEXT NOT NULL, until TEXT NOT NULL,
  actor TEXT NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (season, number)) STRICT;

-- Every state a correction has been in, in order; the present one stands in correction itself.
CREATE TABLE correction_step (
  season INTEGER NOT NULL, college TEXT NOT NULL, tag INTEGER NOT NULL, step INTEGER NOT NULL, state TEXT NOT NULL,
  reason TEXT NOT NULL, actor TEXT NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (season, college, tag, step)) STRICT;
ALTER TABLE correction ADD COLUMN proof TEXT NOT NULL DEFAULT '';
ALTER TABLE correction ADD COLUMN details BLOB;
CREATE INDEX correction_state ON correction (season, college, state);

-- Why a student may confirm once more: by themselves before the deadline, by a secretary after it.
CREATE TABLE reopening (
  season INTEGER NOT NULL, number TEXT NOT NULL, version INTEGER NOT NULL, reason TEXT NOT NULL, actor TEXT NOT NULL,
  at INTEGER NOT NULL, PRIMARY KEY (season, number, version)) STRICT;

-- Files on their way into a chat, until they were sent.
CREATE TABLE attachment (
  id TEXT NOT NULL PRIMARY KEY, name TEXT NOT NULL, content BLOB NOT NULL, created_at INTEGER NOT NULL) STRICT;

-- Cards that were sent, so that an old one is known and another reviewer's can be settled.
CREATE TABLE card (
  task_id TEXT NOT NULL PRIMARY KEY, person TEXT NOT NULL, about TEXT NOT NULL, sent_at INTEGER NOT NULL,
  response_code TEXT NOT NULL, state TEXT NOT NULL) STRICT;
CREATE INDEX card_about ON card (about, state);
CREATE INDEX card_person ON card (person, sent_at);

-- Who has tied their account to a student by themselves; the roster's own accounts need none.
CREATE TABLE binding (
  season INTEGER NOT NULL, number TEXT NOT NULL, person TEXT NOT NULL, at INTEGER NOT NULL,
  PRIMARY KEY (season, number), UNIQUE (season, person)) STRICT;
CREATE TABLE binding_failure (person TEXT NOT NULL, number TEXT NOT NULL, at INTEGER NOT NULL) STRICT;
CREATE INDEX binding_failure_person ON binding_failure (person, at);
CREATE INDEX binding_failure_number ON binding_failure (number, at);

-- What the bot remembers of how it talks with a person: first met, last welcomed, cards or text.
CREATE TABLE acquaintance (
  person TEXT NOT NULL PRIMARY KEY, met_at INTEGER NOT NULL, welcomed_at INTEGER NOT NULL, manner TEXT NOT NULL,
  taps INTEGER NOT NULL, ignored INTEGER NOT NULL) STRICT;

-- Corrections that wait for the Party committee's word and were left out of the confirmation (R11).
CREATE TABLE postponed (
  season INTEGER NOT NULL, number TEXT NOT NULL, field TEXT NOT NULL, value TEXT NOT NULL, since INTEGER NOT NULL,
  PRIMARY KEY (season, number, field)) STRICT;
