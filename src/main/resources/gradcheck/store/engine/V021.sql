-- What was talked about last, so that a question without its noun is about that.
ALTER TABLE offer ADD COLUMN topic TEXT NOT NULL DEFAULT '';
