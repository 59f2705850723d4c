-- What the desk counts and filters by stands in columns of its own, in one index that a count needs alone.
ALTER TABLE student ADD COLUMN major TEXT NOT NULL DEFAULT '';
ALTER TABLE student ADD COLUMN certificate_type TEXT NOT NULL DEFAULT '';
UPDATE student SET major = substr(fields, instr(fields, 'ZYMC=') + 5,
  instr(substr(fields, instr(fields, 'ZYMC=') + 5), char(10)) - 1) WHERE instr(fields, 'ZYMC=') > 0;
UPDATE student SET certificate_type = substr(fields, instr(fields, 'ZJLX=') + 5,
  instr(substr(fields, instr(fields, 'ZJLX=') + 5), char(10)) - 1) WHERE instr(fields, 'ZJLX=') > 0;
CREATE INDEX student_roll ON student (
  season, college, class_name, number, web_photo, person, major, certificate_type, retaken);
CREATE INDEX student_place ON student (season, college, class_name, major, number);
CREATE INDEX confirmation_roll ON confirmation (season, number, version, result, confirmed_at);
CREATE INDEX correction_roll ON correction (season, number, state, field, updated_at);

-- The list a member of staff was shown last: its line numbers are accepted by later messages.
CREATE TABLE desk_list (
  person TEXT NOT NULL PRIMARY KEY, sought TEXT NOT NULL, numbers TEXT NOT NULL, shown_at INTEGER NOT NULL) STRICT;

-- What a member of staff was asked last: to confirm a round, to choose, to give a reason.
CREATE TABLE desk_question (
  person TEXT NOT NULL PRIMARY KEY, kind TEXT NOT NULL, details TEXT NOT NULL, asked_at INTEGER NOT NULL) STRICT;

-- What can be undone for five minutes, and the notices that wait so long.
CREATE TABLE desk_act (
  id TEXT NOT NULL PRIMARY KEY, person TEXT NOT NULL, kind TEXT NOT NULL, details TEXT NOT NULL,
  notices TEXT NOT NULL, at INTEGER NOT NULL, undone INTEGER NOT NULL) STRICT;
CREATE INDEX desk_act_person ON desk_act (person, at);

-- A student's question on its way to a secretary and back; while it is open the bot keeps silent.
CREATE TABLE relay (
  season INTEGER NOT NULL, number TEXT NOT NULL, state TEXT NOT NULL, secretary TEXT NOT NULL,
  opened_at INTEGER NOT NULL, last_at INTEGER NOT NULL, PRIMARY KEY (season, number)) STRICT;

-- Who was reached by telephone, and what came of it.
CREATE TABLE phone_call (
  season INTEGER NOT NULL, number TEXT NOT NULL, at INTEGER NOT NULL, result TEXT NOT NULL, actor TEXT NOT NULL,
  PRIMARY KEY (season, number, at)) STRICT;

-- One-time pages: only hashes of what opens them are kept.
CREATE TABLE page (
  token_hash TEXT NOT NULL PRIMARY KEY, person TEXT NOT NULL, purpose TEXT NOT NULL, until INTEGER NOT NULL,
  session_hash TEXT NOT NULL, state TEXT NOT NULL) STRICT;
CREATE INDEX page_until ON page (until);
