-- How fast a person writes is read from what was taken from them.
CREATE INDEX inbox_person ON inbox (person, received_at);
