-- What is open of a student, derived from the other tables and never more than a copy of what they say: one row a student
-- and season, without what depends on the day. The states are a set, a bit each in the order of the vocabulary; rules tells
-- by which config and vocabulary the row was made. The program fills the table when it starts.
CREATE TABLE student_status (
  season INTEGER NOT NULL, number TEXT NOT NULL, college TEXT NOT NULL, class_name TEXT NOT NULL, major TEXT NOT NULL,
  account TEXT NOT NULL, states INTEGER NOT NULL, turn TEXT NOT NULL, photo TEXT NOT NULL, photo_since INTEGER NOT NULL,
  record_due TEXT NOT NULL, photo_due TEXT NOT NULL, look_again TEXT NOT NULL, rules INTEGER NOT NULL,
  PRIMARY KEY (season, number)) STRICT;
-- A count by class, of whatever states, goes through this alone.
CREATE INDEX student_status_place ON student_status (season, college, class_name, number, major, states, photo, account);
CREATE INDEX student_status_account ON student_status (account);
