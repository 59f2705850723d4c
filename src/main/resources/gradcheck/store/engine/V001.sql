-- Times are epoch milliseconds from the application's clock; ids are made by the application.
CREATE TABLE student (
  number TEXT NOT NULL, season INTEGER NOT NULL, person TEXT NOT NULL,
  name TEXT NOT NULL, college TEXT NOT NULL, class_name TEXT NOT NULL,
  fields TEXT NOT NULL, certificate BLOB, certificate_index BLOB,
  web_photo TEXT NOT NULL, web_photo_at INTEGER NOT NULL, retaken INTEGER NOT NULL,
  remark TEXT NOT NULL, imported_at INTEGER NOT NULL,
  PRIMARY KEY (season, number)) STRICT;
CREATE UNIQUE INDEX student_person ON student (season, person);
CREATE INDEX student_college ON student (season, college, class_name);
CREATE INDEX student_name ON student (season, name);

CREATE TABLE staff (
  person TEXT NOT NULL, role TEXT NOT NULL, college TEXT NOT NULL, name TEXT NOT NULL,
  mail TEXT NOT NULL, phone TEXT NOT NULL, PRIMARY KEY (person, role, college)) STRICT;

CREATE TABLE inbox (
  message_key TEXT NOT NULL PRIMARY KEY, person TEXT NOT NULL, received_at INTEGER NOT NULL, answer TEXT) STRICT;

CREATE TABLE conversation (
  person TEXT NOT NULL, flow TEXT NOT NULL, question TEXT NOT NULL, answers TEXT NOT NULL, trail TEXT NOT NULL,
  is_open INTEGER NOT NULL, updated_at INTEGER NOT NULL, PRIMARY KEY (person, flow)) STRICT;

CREATE TABLE photo_fact (
  season INTEGER NOT NULL, number TEXT NOT NULL, fact TEXT NOT NULL, value TEXT NOT NULL, noted_at INTEGER NOT NULL,
  PRIMARY KEY (season, number, fact)) STRICT;

CREATE TABLE confirmation (
  season INTEGER NOT NULL, college TEXT NOT NULL, link INTEGER NOT NULL, receipt TEXT NOT NULL UNIQUE,
  number TEXT NOT NULL, version INTEGER NOT NULL, result TEXT NOT NULL, confirmed_at INTEGER NOT NULL,
  late INTEGER NOT NULL, content_hash TEXT NOT NULL, commitment TEXT NOT NULL, previous_hash TEXT NOT NULL,
  hash TEXT NOT NULL,
  PRIMARY KEY (season, college, link)) STRICT;
CREATE UNIQUE INDEX confirmation_student ON confirmation (season, number, version);
CREATE TRIGGER confirmation_is_never_changed BEFORE UPDATE ON confirmation
BEGIN SELECT RAISE(ABORT, 'confirmations are append-only'); END;
CREATE TRIGGER confirmation_is_never_deleted BEFORE DELETE ON confirmation
BEGIN SELECT RAISE(ABORT, 'confirmations are append-only'); END;

-- The personal part of a confirmation, which may be purged while the chain stays.
CREATE TABLE confirmation_payload (
  receipt TEXT NOT NULL PRIMARY KEY, columns TEXT NOT NULL, salt TEXT NOT NULL, shown BLOB NOT NULL) STRICT;

CREATE TABLE correction (
  season INTEGER NOT NULL, college TEXT NOT NULL, tag INTEGER NOT NULL, number TEXT NOT NULL, version INTEGER NOT NULL,
  field TEXT NOT NULL, before_value BLOB NOT NULL, after_value BLOB NOT NULL, category TEXT NOT NULL,
  state TEXT NOT NULL, reason TEXT NOT NULL, reviewer TEXT NOT NULL, updated_at INTEGER NOT NULL,
  PRIMARY KEY (season, college, tag)) STRICT;
CREATE INDEX correction_student ON correction (season, number);

CREATE TABLE outbox (
  id TEXT NOT NULL PRIMARY KEY, person TEXT NOT NULL, kind TEXT NOT NULL, body TEXT NOT NULL,
  urgency INTEGER NOT NULL, due_at INTEGER NOT NULL, queued_at INTEGER NOT NULL, state TEXT NOT NULL,
  attempts INTEGER NOT NULL, lease_until INTEGER NOT NULL, occasion TEXT UNIQUE,
  settled_at INTEGER NOT NULL, outcome TEXT NOT NULL) STRICT;
CREATE INDEX outbox_due ON outbox (state, due_at);
CREATE INDEX outbox_person ON outbox (person, queued_at);

CREATE TABLE mute (person TEXT NOT NULL PRIMARY KEY, since INTEGER NOT NULL) STRICT;

-- Small facts about the installation itself, such as the rehearsal's clock.
CREATE TABLE mark (name TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL) STRICT;

CREATE TABLE audit (
  id TEXT NOT NULL PRIMARY KEY, at INTEGER NOT NULL, actor TEXT NOT NULL, act TEXT NOT NULL, target TEXT NOT NULL,
  result TEXT NOT NULL) STRICT;
CREATE INDEX audit_at ON audit (at);
