-- A student's corrections in the order they are shown: without it SQLite walks through the whole season's for the order.
DROP INDEX correction_student;
CREATE INDEX correction_student ON correction (season, number, college, tag);
-- The open ones alone: a person has had a card for nearly every question.
CREATE INDEX card_open ON card (person, sent_at, task_id) WHERE state = 'open';
CREATE INDEX card_asking ON card (about, sent_at, task_id) WHERE state = 'open';
DROP INDEX card_about;
-- Each student may ask who looked at their record.
CREATE INDEX audit_target ON audit (target);
CREATE INDEX staff_college ON staff (college, role, person);
