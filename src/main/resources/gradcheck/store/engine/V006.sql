-- The day a registrar's photo list spoke of this student last (ISO date); empty while only the roster has.
ALTER TABLE student ADD COLUMN photo_listed_on TEXT NOT NULL DEFAULT '';
