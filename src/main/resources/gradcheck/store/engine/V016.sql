-- A student has at most one account per door: the application now, the bot later. What 1.0.0 bound came by the application.
CREATE TABLE binding_by_door (
  season INTEGER NOT NULL, number TEXT NOT NULL, door TEXT NOT NULL, person TEXT NOT NULL, at INTEGER NOT NULL,
  PRIMARY KEY (season, number, door), UNIQUE (season, door, person)) STRICT;
INSERT INTO binding_by_door (season, number, door, person, at)
  SELECT season, number, 'app', person, at FROM binding;
DROP TABLE binding;
ALTER TABLE binding_by_door RENAME TO binding;

-- Somebody who proved to know a student's data wants to use another account; a secretary grants it.
CREATE TABLE binding_request (
  id TEXT NOT NULL PRIMARY KEY, season INTEGER NOT NULL, number TEXT NOT NULL, door TEXT NOT NULL,
  person TEXT NOT NULL, owner TEXT NOT NULL, owner_said TEXT NOT NULL, state TEXT NOT NULL,
  asked_at INTEGER NOT NULL, changed_at INTEGER NOT NULL) STRICT;
CREATE INDEX binding_request_student ON binding_request (number, asked_at);
CREATE INDEX binding_request_person ON binding_request (person, asked_at);
CREATE INDEX binding_request_owner ON binding_request (owner, asked_at);
CREATE INDEX binding_request_state ON binding_request (state, asked_at);
