-- What all the writings of a name have in common, to look it up by; filled from the names by the program.
ALTER TABLE student ADD COLUMN name_key TEXT NOT NULL DEFAULT '';
CREATE INDEX student_name_key ON student (season, name_key, college);
-- Whether the list's lines stand before the person's eyes: a number of one that doesn't is asked about.
ALTER TABLE desk_list ADD COLUMN is_shown INTEGER NOT NULL DEFAULT 1;
